package vn.busticket.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.busticket.testing.QrCamera;

/** D9: a guest buys two seats on a phone, from the search to the e-ticket in the mailbox. */
@RequiresChromium
class BuySeatsStory {

    @SuppressWarnings("NullAway.Init") // set before each story
    private Shop shop;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        shop = Shop.shared();
    }

    @ParameterizedTest
    @EnumSource(Words.class)
    @Tag("P1.2")
    @Tag("P3.1")
    @Tag("P3.6")
    @Tag("P5.1")
    @Tag("P6.3")
    void aGuestPaysOnThePayosPageAndTravels(Words words)
            throws InterruptedException, MessagingException, IOException {
        var seats = words == Words.VIETNAMESE ? List.of("A05", "A06") : List.of("A08", "A09");
        var email = words == Words.VIETNAMESE ? "ba@mail.example" : "grandma@mail.example";
        try (var passenger = shop.passenger(words)) {
            var page = passenger.page();
            passenger.search("sai gon", "da lat", Shop.day(2), 2);
            passenger.chooseTripOf("Sao Đêm");
            passenger.takeSeats(seats);
            passenger.fillIn("Nguyễn Thị Ánh Tuyết", "0912 345 678", email, seats);
            passenger.goToPayment();
            passenger.button("openPayos").click();
            page.locator("#pay").click();
            page.waitForURL(Pattern.compile(".*/payment/success/.*"));
            assertThat(passenger.heading("paid")).isVisible();
            passenger.button("stay").click();
            assertThat(passenger.button("receipt")).isVisible();
            var receipt = page.waitForDownload(() -> passenger.button("receipt").click());
            assertThat(Pictures.words(Files.readAllBytes(receipt.path())))
                    .contains("Nguyễn Thị Ánh Tuyết");
            passenger.button("viewBooking").click();
            page.waitForURL(Pattern.compile(".*/bookings/[0-9A-Z]{8}.*"));
            assertThat(page.getByText(seats.getFirst()).first()).isVisible();
            var ticket = page.waitForDownload(() -> passenger.button("ticket").click());
            assertThat(Pictures.words(Files.readAllBytes(ticket.path())))
                    .contains("Nguyễn Thị Ánh Tuyết");
        }
        var mails = new Mailbox(shop.surroundings().mail(), email);
        assertThat(mails.waitFor(2, Duration.ofSeconds(10))).hasSize(2);
        var confirmation =
                mails.withSubject(words == Words.VIETNAMESE ? "Vé của bạn" : "Your ticket");
        var pdf = Mailbox.attachment(confirmation, "application/pdf").orElseThrow();
        assertThat(Pictures.words(pdf))
                .contains("Nguyễn Thị Ánh Tuyết", "Sao Đêm", seats.getFirst())
                .doesNotContain("#");
        assertThat(QrCamera.read(pdf, 0)).isNotBlank();
        assertThat(Mailbox.attachment(confirmation, "text/calendar")).isPresent();
    }

    @ParameterizedTest
    @EnumSource(Words.class)
    @Tag("P3.3")
    void aBankAppScansOurQrAndThePageTurnsByItself(Words words) throws IOException {
        var seat = words == Words.VIETNAMESE ? "A12" : "A13";
        try (var passenger = shop.passenger(words)) {
            passenger.search("TPHCM", "Đà Lạt", Shop.day(3), 1);
            passenger.chooseTripOf("Sao Đêm");
            passenger.takeSeats(List.of(seat));
            passenger.fillIn("Trần Văn Bảo", "+84 90 123 4567", "bao@mail.example", List.of(seat));
            passenger.goToPayment();
            var scanned = Pictures.qrTextOn(passenger.page().locator(".qr").first());
            shop.surroundings().payos().payByQr(scanned);
            assertThat(passenger.heading("paid"))
                    .isVisible(new IsVisibleOptions().setTimeout(2_000));
        }
    }
}
