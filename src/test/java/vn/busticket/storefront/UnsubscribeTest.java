package vn.busticket.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.busticket.accounts.MessagePreferences;
import vn.busticket.accounts.SignedLinks;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.bookings.BookingId;
import vn.busticket.bookings.BookingQueries;
import vn.busticket.notifications.UnsubscribeLinks;
import vn.busticket.testing.ApplicationTest;
import vn.busticket.testing.WaitingBookings;

/** The one click of a mail program (RFC 8058), over real HTTP: no session, no cookie. */
@Tag("P6.7")
class UnsubscribeTest extends ApplicationTest {

    @Autowired private UnsubscribeLinks links;
    @Autowired private MessagePreferences preferences;
    @Autowired private BookingQueries bookings;
    @Autowired private SignedLinks signed;

    private final HttpClient client = HttpClient.newHttpClient();
    private BookingDetails booking;

    @BeforeEach
    void book() {
        new WaitingBookings(database).orders(40, clock.instant());
        var id = database.sql("select max(id) from booking").query(Long.class).single();
        database.sql("update booking set contact_email = :address where id = :id")
                .param("address", "guest" + id + "@example.vn")
                .param("id", id)
                .update();
        booking = bookings.byId(new BookingId(id)).orElseThrow();
    }

    @Test
    void onePostUnsubscribesAndMayBeRepeated() throws Exception {
        var path = links.of(booking).getPath();

        for (var time = 0; time < 2; time++) {
            var answer = post(path);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
            assertThat(preferences.isUnsubscribed(booking.contact().email())).isTrue();
        }
    }

    @Test
    void lookingAtTheLinkChangesNothing() throws Exception {
        var path = links.of(booking).getPath();

        var page =
                client.send(
                        HttpRequest.newBuilder(URI.create(address() + path))
                                .header("Accept", "text/html")
                                .build(),
                        BodyHandlers.ofString());
        var head =
                client.send(
                        HttpRequest.newBuilder(URI.create(address() + path)).HEAD().build(),
                        BodyHandlers.discarding());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(head.statusCode()).isLessThan(500);
        assertThat(preferences.isUnsubscribed(booking.contact().email())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "AAAA", "%20", "..%2f", "☃", "eyJhbGciOiJub25lIn0"})
    void aForgedLinkIsAnsweredAlikeAndDoesNothing(String token) throws Exception {
        var genuine = post(links.of(booking).getPath());
        preferences.subscribeAgain(booking.contact().email());

        var answer = post("/unsubscribe/" + new URI(null, null, token, null).getRawPath());

        if (!token.contains("%2f")) {
            assertThat(answer.statusCode()).isEqualTo(genuine.statusCode());
            assertThat(answer.body()).isEqualTo(genuine.body());
        }
        assertThat(preferences.isUnsubscribed(booking.contact().email())).isFalse();
    }

    @Test
    void aLinkThatWasChangedOrSignedForSomethingElseDoesNothing() throws Exception {
        var path = links.of(booking).getPath();
        var end = path.charAt(path.length() - 2) == 'A' ? "B" : "A";
        var changed = path.substring(0, path.length() - 2) + end + path.charAt(path.length() - 1);
        var otherPurpose =
                signed.sign(
                        "another", booking.code() + ".x", clock.instant().plus(Duration.ofDays(1)));
        var otherAddress =
                signed.sign(
                        "unsubscribe",
                        booking.code() + ".x",
                        clock.instant().plus(Duration.ofDays(1)));

        assertThat(post(changed).statusCode()).isEqualTo(200);
        assertThat(post("/unsubscribe/" + otherPurpose).statusCode()).isEqualTo(200);
        assertThat(post("/unsubscribe/" + otherAddress).statusCode()).isEqualTo(200);

        assertThat(preferences.isUnsubscribed(booking.contact().email())).isFalse();
    }

    @Test
    void noOtherPostComesPastSecurityThisWay() throws Exception {
        var path = links.of(booking).getPath();

        assertThat(post(path + "/more").statusCode()).isNotEqualTo(200);
        assertThat(post("/unsubscribe/").statusCode()).isNotEqualTo(200);
        assertThat(post("/login" + path).statusCode()).isNotEqualTo(200);
        assertThat(preferences.isUnsubscribed(booking.contact().email())).isFalse();
    }

    @Test
    void theLinkNamesNobody() {
        var address = booking.contact().email().split("@");
        assertThat(
                        new String(
                                Base64.getUrlDecoder()
                                        .decode(links.of(booking).getPath().substring(13)),
                                StandardCharsets.ISO_8859_1))
                .contains(booking.code())
                .doesNotContain(address[0], address[1], booking.accessToken());
    }

    private HttpResponse<String> post(String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(address() + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("List-Unsubscribe=One-Click"))
                        .build(),
                BodyHandlers.ofString());
    }
}
