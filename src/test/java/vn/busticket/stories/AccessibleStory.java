package vn.busticket.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A walk past every screen of passengers, which people must be able to see, read and operate. */
@RequiresChromium
@Tag("P1.3")
@Tag("P2.1")
@Tag("P3.3")
@Tag("P3.6")
class AccessibleStory {

    private static final String NAME = "Nguyễn Phúc Bảo Trâm Anh Thiên Hương";
    private static final List<String> SEATS = List.of("A03", "A04", "A05", "A06", "A07", "A08");

    @SuppressWarnings("NullAway.Init") // set before each story
    private Shop shop;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        shop = Shop.shared();
    }

    @ParameterizedTest
    @EnumSource(Words.class)
    void everyScreenFitsEveryWindowAndEveryPerson(Words words) {
        try (var passenger = shop.passenger(words)) {
            var looks = new Looks(passenger.page(), words);
            beforeBuying(passenger, looks);
            buying(passenger, looks, words);
            afterBuying(passenger, looks, words);
        }
    }

    private static void beforeBuying(Passenger passenger, Looks looks) {
        passenger.open("/");
        looks.check("home");
        passenger.open(
                "/trips?from=sai gon&to=da lat&passengers=6&hours=EVENING&date=" + Shop.day(16));
        assertThat(passenger.button("chooseSeats")).isVisible();
        looks.check("results");
        passenger.open("/trips?from=ca mau&to=ha giang&date=" + Shop.day(16));
        assertThat(passenger.page().locator(".empty h1, .empty h2").first()).isVisible();
        looks.check("results-empty");
        for (var path : List.of("bookings/find", "login", "register", "tickets/key")) {
            passenger.open("/" + path);
            looks.check(path.replace('/', '-'));
        }
        for (var path : List.of("no-such-page", "trips/999999999", "payment/x", "checkout/x")) {
            passenger.open("/" + path);
            looks.check("unknown-" + path.replaceAll("\\W.*", ""));
        }
    }

    private void buying(Passenger passenger, Looks looks, Words words) {
        var page = passenger.page();
        register(passenger, words);
        passenger.open("/bookings");
        looks.check("bookings-none");
        passenger.open(
                "/trips/"
                        + Purchase.trip(shop, words == Words.VIETNAMESE ? 17 : 18)
                        + "?from=SAI_GON&to=DA_LAT&passengers=6");
        SEATS.forEach(seat -> passenger.seat(seat).click());
        assertThat(passenger.seat(SEATS.getLast())).hasAttribute("aria-pressed", "true");
        looks.check("seats");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions()
                                .setName(words == Words.VIETNAMESE ? "Danh sách" : "List")
                                .setExact(true))
                .click();
        looks.check("seats-list");
        passenger.button("continue").click();
        page.waitForURL(Pattern.compile(".*/checkout/.*"));
        passenger.field("phone").fill("0912 345 67");
        passenger.button("pay").click();
        assertThat(passenger.field("phone")).hasAttribute("aria-invalid", "true");
        looks.check("checkout-wrong");
        passenger.fillIn(NAME, "0912 345 678", email(words), SEATS);
        looks.check("checkout");
        passenger.goToPayment();
        assertThat(page.locator(".qr").first()).isVisible();
        looks.check("payment");
        passenger.button("cancelPayment").click();
        assertThat(passenger.heading("notPaid")).isVisible();
        looks.check("payment-failure");
        passenger.button("retry").click();
        assertThat(page.locator(".qr").first()).isVisible();
    }

    private void afterBuying(Passenger passenger, Looks looks, Words words) {
        var page = passenger.page();
        passenger.open("/bookings");
        looks.check("bookings");
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions()
                                .setName(Pattern.compile("^" + words.of("viewBooking"))))
                .first()
                .click();
        looks.check("booking-unpaid");
        var payos = shop.surroundings().payos();
        var asked = page.locator(".banner").first();
        var askedBefore = asked.textContent();
        payos.payShort(payos.links().getFirst().orderCode());
        assertThat(asked).not().hasText(askedBefore);
        page.locator(".banner button").first().click();
        assertThat(page.locator(".qr").first()).isVisible();
        looks.check("payment-part");
        payos.pay(payos.links().getFirst().orderCode());
        assertThat(passenger.heading("paid")).isVisible();
        passenger.button("stay").click();
        looks.check("payment-success");
        passenger.button("viewBooking").click();
        assertThat(passenger.button("ticket")).isVisible();
        looks.check("booking");
        for (var part : List.of("", "/notifications", "/security", "/data")) {
            passenger.open("/profile" + part);
            looks.check("profile" + part.replace('/', '-'));
        }
    }

    private void register(Passenger passenger, Words words) {
        passenger.register(NAME, email(words), "chuyến xe đêm về quê");
        passenger.open(AccountMails.verification(shop, email(words)));
        assertThat(passenger.heading("emailConfirmed")).isVisible();
    }

    private static String email(Words words) {
        return "walk-" + words.locale().substring(0, 2) + "@mail.example";
    }
}
