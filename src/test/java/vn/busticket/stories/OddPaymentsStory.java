package vn.busticket.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Money comes short or too often, or is wanted back: the screen says so, and what is safe. */
@RequiresChromium
class OddPaymentsStory {

    private static final Pattern FAILURE = Pattern.compile(".*/payment/failure/[^/?]+.*");

    @SuppressWarnings("NullAway.Init") // set before each story
    private Shop shop;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        shop = Shop.shared();
    }

    @Test
    @Tag("P3.7")
    void whoPaidTooLittlePaysExactlyTheRest() throws InterruptedException, MessagingException {
        try (var passenger = shop.passenger(Words.ENGLISH)) {
            var page = passenger.page();
            var purchase = purchase(passenger, 20, "short@mail.example").toPayment();
            var payos = shop.surroundings().payos();
            payos.payShort(purchase.orderCode());
            page.waitForURL(FAILURE);
            assertThat(page.getByText(Pattern.compile("Received .* still to pay|10,000")).first())
                    .isVisible();
            var mails = new Mailbox(shop.surroundings().mail(), "short@mail.example");
            mails.waitFor(1, Duration.ofSeconds(10));
            assertThat(mails.withSubject("is still to be paid").getSubject())
                    .contains(purchase.bookingCode());

            button(page, "Pay the remaining VND").click();
            assertThat(page.locator(".qr").first()).isVisible();
            assertThat(page.locator("h1")).containsText("10,000");
            assertThat(payos.link(purchase.orderCode()).amount()).isEqualTo(10_000);
            payos.pay(purchase.orderCode());
            assertThat(passenger.heading("paid"))
                    .isVisible(new IsVisibleOptions().setTimeout(5_000));
            assertThat(purchase.bookingState()).isEqualTo("CONFIRMED");
        }
    }

    @Test
    @Tag("P3.7")
    @Tag("P3.8")
    @Tag("P4.1")
    void whoPaidTwiceAndThenCancelsSeesWhereAllTheMoneyIs()
            throws InterruptedException, MessagingException {
        try (var passenger = shop.passenger(Words.VIETNAMESE)) {
            var page = passenger.page();
            var purchase = purchase(passenger, 22, "huy@mail.example").toPayment();
            shop.surroundings().payos().payTwice(purchase.orderCode());
            assertThat(passenger.heading("paid")).isVisible();
            passenger.button("stay").click();
            passenger.button("viewBooking").click();
            assertThat(page.getByText(Pattern.compile("^Bạn đã trả hai lần")).first())
                    .isVisible(new IsVisibleOptions().setTimeout(10_000));

            var cancel = button(page, "Hủy vé");
            cancel.click();
            var question = page.getByRole(AriaRole.DIALOG);
            assertThat(question).containsText("Hoàn lại");
            question.getByRole(AriaRole.BUTTON).last().click();
            assertThat(question).isHidden();
            assertThat(purchase.bookingState()).isEqualTo("CONFIRMED");

            cancel.click();
            new Looks(page, Words.VIETNAMESE).check("booking-cancel");
            button(page, "Xác nhận hủy vé").click();
            assertThat(page.getByText("Đặt vé này đã bị hủy.")).isVisible();
            assertThat(page.getByText(Pattern.compile("Đặt vé đã hủy")).first()).isVisible();
            assertThat(purchase.bookingState()).isEqualTo("CANCELLED");
            new Looks(page, Words.VIETNAMESE).check("booking-cancelled");
            passenger.page().getByText("Cho biết tài khoản").first().click();
            page.waitForURL(Pattern.compile(".*/refund/.*"));
            new Looks(page, Words.VIETNAMESE).check("refund");
            var mails = new Mailbox(shop.surroundings().mail(), "huy@mail.example");
            mails.waitFor(4, Duration.ofSeconds(10));
            assertThat(mails.withSubject("Đã hủy vé").getSubject())
                    .contains(purchase.bookingCode());
        }
    }

    private Purchase purchase(Passenger passenger, int daysFromToday, String email) {
        return new Purchase(
                shop, passenger, Purchase.trip(shop, daysFromToday), email, List.of("A05"));
    }

    private static com.microsoft.playwright.Locator button(Page page, String begins) {
        return page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(Pattern.compile("^" + begins)))
                .first();
    }
}
