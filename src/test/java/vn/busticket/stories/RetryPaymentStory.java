package vn.busticket.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A payment fails; the same seats are paid at the second try. */
@RequiresChromium
@Tag("P3.6")
@Tag("P3.7")
class RetryPaymentStory {

    private static final Pattern FAILURE = Pattern.compile(".*/payment/failure/[^/?]+.*");
    private static final Pattern PAYMENT = Pattern.compile(".*/payment/[^/]+$");

    @SuppressWarnings("NullAway.Init") // set before each story
    private Shop shop;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        shop = Shop.shared();
    }

    @Test
    void aPassengerCancelsOnThePayosPageAndPaysTheSameSeatsAfterAll() {
        var seats = List.of("A01", "A02");
        try (var passenger = shop.passenger(Words.ENGLISH)) {
            var page = passenger.page();
            var purchase = purchase(passenger, 4, "retry@mail.example", seats).toPayment();
            var firstOrder = purchase.orderCode();
            passenger.button("openPayos").click();
            page.locator("#cancel").click();
            page.waitForURL(FAILURE);
            assertThat(passenger.heading("notPaid")).isVisible();
            assertThat(page.getByText("You cancelled the payment.")).isVisible();
            assertThat(page.getByText("The seats are still yours.")).isVisible();
            assertThat(page.getByText(Pattern.compile("A01.*A02.*kept until"))).isVisible();

            retry(passenger);
            assertThat(page.getByText(Pattern.compile("A01.*A02")).first()).isVisible();
            assertThat(purchase.orderCode()).isGreaterThan(firstOrder);
            passenger.button("openPayos").click();
            page.locator("#pay").click();
            page.waitForURL(Pattern.compile(".*/payment/success/.*"));
            assertThat(passenger.heading("paid")).isVisible();
            assertPaidAtTheSecondTry(purchase);
        }
    }

    @Test
    void aPassengerCancelsOnOurPageAndPaysTheSameSeatsAfterAll() {
        var seats = List.of("A03");
        try (var passenger = shop.passenger(Words.VIETNAMESE)) {
            var page = passenger.page();
            var purchase = purchase(passenger, 4, "thu-lai@mail.example", seats).toPayment();
            passenger.button("cancelPayment").click();
            page.waitForURL(FAILURE);
            assertThat(passenger.heading("notPaid")).isVisible();
            assertThat(page.getByText("Bạn đã hủy thanh toán.")).isVisible();
            assertThat(page.getByText("Ghế vẫn là của bạn.")).isVisible();
            assertThat(page.getByText(Pattern.compile("A03 còn được giữ đến"))).isVisible();
            page.reload();
            assertThat(page.getByText("Bạn đã hủy thanh toán.")).isVisible();

            retry(passenger);
            shop.surroundings().payos().pay(purchase.orderCode());
            assertThat(passenger.heading("paid"))
                    .isVisible(new IsVisibleOptions().setTimeout(5_000));
            assertPaidAtTheSecondTry(purchase);
        }
    }

    private Purchase purchase(
            Passenger passenger, int daysFromToday, String email, List<String> seats) {
        return new Purchase(shop, passenger, Purchase.trip(shop, daysFromToday), email, seats);
    }

    private static void retry(Passenger passenger) {
        passenger.button("retry").click();
        passenger.page().waitForURL(PAYMENT, new Page.WaitForURLOptions().setTimeout(10_000));
        assertThat(passenger.page().locator(".qr").first()).isVisible();
    }

    private static void assertPaidAtTheSecondTry(Purchase purchase) {
        assertThat(purchase.bookingState()).isEqualTo("CONFIRMED");
        assertThat(purchase.attempts()).isEqualTo(2);
        assertThat(purchase.confirmations()).isEqualTo(1);
    }
}
