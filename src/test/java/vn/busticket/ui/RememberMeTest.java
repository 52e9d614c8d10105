package vn.busticket.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.busticket.accounts.AccountId;
import vn.busticket.accounts.AccountService;
import vn.busticket.accounts.Registration;
import vn.busticket.shared.EmailAddress;
import vn.busticket.shared.Language;
import vn.busticket.shared.PhoneNumber;
import vn.busticket.testing.ApplicationTest;
import vn.busticket.testing.ProvedPeople;

/** A browser that was asked to remember the person, over real HTTP. */
@Tag("P7.1")
class RememberMeTest extends ApplicationTest {

    private static final String PASSWORD = "chuyến xe đêm về quê";
    private static final String NAME = "busticket-remember=";

    private final HttpClient client = HttpClient.newHttpClient();
    private final String email = UUID.randomUUID() + "@example.vn";

    @Autowired private AccountService accounts;
    @Autowired private ProvedPeople people;

    @Test
    void signsInAgainWithoutThePasswordUntilThatChanges() throws Exception {
        var account = registered();
        var remembered = rememberedAfterSigningIn("&remember-me=on");
        assertThat(profileWith(remembered)).isEqualTo(200);
        accounts.changePassword(account, PASSWORD, "một mật khẩu khác hẳn");
        assertThat(profileWith(remembered)).isEqualTo(302);
    }

    @Test
    void isForgottenEverywhereWhenThePersonSignsOutEverywhere() throws Exception {
        var account = registered();
        var remembered = rememberedAfterSigningIn("&remember-me=on");
        accounts.signOutEverywhere(account);
        assertThat(profileWith(remembered)).isEqualTo(302);
        assertThat(profileWith(rememberedAfterSigningIn("&remember-me=on"))).isEqualTo(200);
    }

    @Test
    void nobodyElseCanMakeOne() throws Exception {
        registered();
        var remembered = rememberedAfterSigningIn("&remember-me=on");
        var parts = new String(Base64.getDecoder().decode(remembered.substring(NAME.length())));
        var later = parts.replaceFirst(":[0-9]+:", ":9999999999999:");
        var forged = Base64.getEncoder().encodeToString(later.getBytes(StandardCharsets.UTF_8));
        assertThat(later).isNotEqualTo(parts);
        assertThat(profileWith(NAME + forged)).isEqualTo(302);
    }

    @Test
    void nobodyIsRememberedWhoDidNotAsk() throws Exception {
        registered();
        assertThat(rememberedAfterSigningIn("")).isEmpty();
    }

    private AccountId registered() {
        return people.register(
                new Registration(
                        "Nguyễn Thị Hoa",
                        new EmailAddress(email),
                        new PhoneNumber("+84901234567"),
                        PASSWORD,
                        Language.VI));
    }

    private String rememberedAfterSigningIn(String wish) throws Exception {
        var body = "username=%s&password=%s%s".formatted(encoded(email), encoded(PASSWORD), wish);
        var answer =
                send(
                        HttpRequest.newBuilder(URI.create(address() + "/login"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).isEqualTo(302);
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(NAME))
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .findFirst()
                .orElse("");
    }

    private int profileWith(String cookie) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(address() + "/profile"))
                        .header("Accept", "text/html")
                        .header("Cookie", cookie))
                .statusCode();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
