package vn.busticket.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Passengers change their minds: what comes back stands there before they click, line by line, by
 * the rules that they have read before they paid.
 */
@RequiresChromium
@Tag("P4.6")
class CancelStory {

    private static final String KEEPS_TEN_PERCENT = "CAO_NGUYEN_XANH";
    private static final String FREE_FOR_A_WHILE = "SAO_DEM";
    private static final String KEEPS_ALL = "DA_QUY";

    @SuppressWarnings("NullAway.Init") // set before each story
    private Shop shop;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        shop = Shop.shared();
    }

    @Test
    void oneOfTwoStaysAtHomeForAFeeAndTheOtherTravels()
            throws InterruptedException, MessagingException {
        try (var passenger = shop.passenger(Words.VIETNAMESE)) {
            var page = passenger.page();
            var email = "mot-nguoi@mail.example";
            var purchase = bought(passenger, KEEPS_TEN_PERCENT, "6 days", email, "A05", "A06");
            assertThat(page.getByText("Hủy vé: đến").first()).containsText("phí 10%");

            button(page, "Hủy vé").click();
            var question = page.getByRole(AriaRole.DIALOG);
            question.getByLabel("Lê Thị Hoa, ghế A06").uncheck();
            assertThat(question.getByText("Phí hủy 10%")).isVisible();
            assertThat(question.locator("dl")).not().containsText("A06");
            question.getByLabel("Lý do").fill("Bị ốm");
            new Looks(page, Words.VIETNAMESE).check("cancel-part");
            button(page, "Xác nhận hủy vé").click();

            assertThat(page.getByText("Đã hủy: Lê Thị Hoa, ghế A05")).isVisible();
            assertThat(page.getByText("Đã hủy ghế A05, các ghế khác vẫn đi").first()).isVisible();
            assertThat(purchase.bookingState()).isEqualTo("CONFIRMED");
            assertThat(money(purchase))
                    .isEqualTo(new Money(purchase.paid(), purchase.paid() / 20, 1));
            new Looks(page, Words.VIETNAMESE).check("booking-part-cancelled");
            var mails = new Mailbox(shop.surroundings().mail(), email);
            mails.waitFor(3, Duration.ofSeconds(10));
            assertThat(mails.withSubject("đã hủy ghế A05").getSubject())
                    .contains(purchase.bookingCode());

            button(page, "Hủy vé").click();
            button(page, "Xác nhận hủy vé").click();
            assertThat(page.getByText("Đặt vé này đã bị hủy.")).isVisible();
            assertThat(money(purchase))
                    .isEqualTo(new Money(purchase.paid(), purchase.paid() / 10, 0));
        }
    }

    @Test
    void whoCancelsEarlyEnoughGetsEverythingBack() {
        try (var passenger = shop.passenger(Words.ENGLISH)) {
            var page = passenger.page();
            var purchase =
                    bought(passenger, FREE_FOR_A_WHILE, "7 days", "all@mail.example", "A05", "A06");
            assertThat(page.getByText("and all of it,").first()).isVisible();
            button(page, "Cancel booking").click();
            new Looks(page, Words.ENGLISH).check("cancel-whole");
            button(page, "Confirm cancellation").click();
            assertThat(page.getByText("This booking was cancelled.")).isVisible();
            assertThat(money(purchase)).isEqualTo(new Money(purchase.paid(), 0, 0));
        }
    }

    @Test
    void afterTheLastHourTheButtonSaysWhyNot() {
        try (var passenger = shop.passenger(Words.ENGLISH)) {
            var page = passenger.page();
            bought(passenger, KEEPS_TEN_PERCENT, "2 hours", "late@mail.example", "A05");
            assertThat(button(page, "Cancel booking")).hasAttribute("aria-disabled", "true");
            assertThat(page.getByText("The operator takes this ticket back no more").first())
                    .containsText("It was possible until");
            button(page, "Cancel booking").click(new Locator.ClickOptions().setForce(true));
            assertThat(page.getByRole(AriaRole.DIALOG)).isHidden();
            new Looks(page, Words.ENGLISH).check("cancel-too-late");
        }
    }

    @Test
    void anOperatorThatGivesNothingBackSaysSoBeforeThePurchaseAndBeforeTheClick() {
        try (var passenger = shop.passenger(Words.VIETNAMESE)) {
            var page = passenger.page();
            var trip = trip(KEEPS_ALL, "5 days");
            var purchase =
                    new Purchase(shop, passenger, trip, "khong@mail.example", List.of("A02"));
            assertThat(page.getByText("Hủy vé: đến giờ đi: không hoàn tiền.")).isVisible();
            purchase.toPayment();
            pay(passenger, purchase);
            button(page, "Hủy vé").click();
            var question = page.getByRole(AriaRole.DIALOG);
            assertThat(question.locator(".total")).containsText("0 ₫");
            button(page, "Xác nhận hủy vé").click();
            assertThat(page.getByText("Đặt vé này đã bị hủy.")).isVisible();
            assertThat(money(purchase)).isEqualTo(new Money(purchase.paid(), purchase.paid(), 0));
        }
    }

    @Test
    void aPriceThatChangesUnderTheHandIsShownAnewAndNothingIsLost() {
        try (var passenger = shop.passenger(Words.ENGLISH)) {
            var page = passenger.page();
            var purchase =
                    bought(
                            passenger,
                            FREE_FOR_A_WHILE,
                            "8 days",
                            "hand@mail.example",
                            "A05",
                            "A06");
            button(page, "Cancel booking").click();
            var question = page.getByRole(AriaRole.DIALOG);
            question.getByLabel("Lê Thị Hoa, seat A06").uncheck();
            question.getByLabel("Reason").fill("No more time");
            var watcher = passenger.newTab();
            watcher.navigate(page.url());
            assertThat(watcher.getByText("50%").first()).isHidden();
            theFreeTimeEnds(purchase);
            everyOpenScreenIsTold(purchase);
            assertThat(watcher.getByText("50%").first()).isVisible();
            button(page, "Confirm cancellation").click();

            assertThat(question.getByText("Cancelling costs something else by now.")).isVisible();
            assertThat(question.getByText("Cancellation fee 50%")).isVisible();
            assertThat(question.getByLabel("Lê Thị Hoa, seat A06")).not().isChecked();
            assertThat(question.getByLabel("Reason")).hasValue("No more time");
            assertThat(money(purchase)).isEqualTo(new Money(purchase.paid(), 0, 2));
            new Looks(page, Words.ENGLISH).check("cancel-changed");

            button(page, "Confirm cancellation").click();
            assertThat(page.getByText("Cancelled: Lê Thị Hoa, seat A05")).isVisible();
            assertThat(money(purchase))
                    .isEqualTo(new Money(purchase.paid(), purchase.paid() / 4, 1));
        }
    }

    @Test
    @Tag("P7.2")
    void staffGiveAllBackToOneOfTwoPastTheLastHourWithAReason() {
        try (var passenger = shop.passenger(Words.VIETNAMESE);
                var staff = shop.passenger(Words.VIETNAMESE)) {
            var purchase =
                    bought(
                            passenger,
                            KEEPS_TEN_PERCENT,
                            "3 hours",
                            "quay@mail.example",
                            "A07",
                            "A08");
            StaffSignIn.signIn(shop, staff);
            staff.open("/admin/payments/booking/" + purchase.bookingCode());
            var page = staff.page();
            button(page, "Hủy đặt vé").click();
            var question = page.getByRole(AriaRole.DIALOG);
            assertThat(question.getByText("chỉ có thể hoàn đủ")).isVisible();
            question.getByLabel("Lê Thị Hoa, ghế A08").uncheck();
            question.getByLabel("Hoàn đủ").check();
            question.getByLabel("Lý do").fill("Điều hòa hỏng");
            new Looks(page, Words.VIETNAMESE).check("desk-cancel");
            question.getByRole(
                            AriaRole.BUTTON,
                            new Locator.GetByRoleOptions().setName(Pattern.compile("^Hủy đặt vé")))
                    .click();
            assertThat(page.getByText("Đã hủy ghế A07, các ghế khác vẫn đi").first()).isVisible();
            assertThat(money(purchase)).isEqualTo(new Money(purchase.paid(), 0, 1));
        }
    }

    /**
     * Where the money of a booking is.
     *
     * @param kept fees
     * @param travelling how many still travel
     */
    private record Money(long paid, long kept, int travelling) {}

    private Money money(Purchase purchase) {
        return shop.surroundings()
                .database()
                .sql(
                        """
                        select b.fees_vnd,
                               (select sum(price_vnd) from booking_passenger where booking_id = b.id) as paid,
                               (select count(*) from booking_passenger
                                where booking_id = b.id and state <> 'CANCELLED') as travelling
                        from booking b where code = :code
                        """)
                .param("code", purchase.bookingCode())
                .query((row, number) ->
                        new Money(
                                row.getLong("paid"),
                                row.getLong("fees_vnd"),
                                row.getInt("travelling")))
                .single();
    }

    private Purchase bought(
            Passenger passenger, String operator, String ahead, String email, String... seats) {
        var purchase =
                new Purchase(shop, passenger, trip(operator, ahead), email, List.of(seats))
                        .toPayment();
        pay(passenger, purchase);
        return purchase;
    }

    private void pay(Passenger passenger, Purchase purchase) {
        shop.surroundings().payos().pay(purchase.orderCode());
        assertThat(passenger.heading("paid")).isVisible();
        passenger.open("/bookings/" + purchase.bookingCode());
        assertThat(passenger.button("ticket")).isVisible();
    }

    /** The next coach of an operator from Sài Gòn to Đà Lạt that leaves after so much time. */
    private long trip(String operator, String ahead) {
        return shop.surroundings()
                .database()
                .sql(
                        """
                        select trip.id
                          from trip join operator on operator.id = trip.operator_id
                          join route on route.id = trip.route_id and route.code in ('SG_DL', 'SG5_DLX')
                         where operator.code = :operator and trip.departs_at > now() + cast(:ahead as interval)
                         order by trip.departs_at, trip.id
                         limit 1
                        """)
                .param("operator", operator)
                .param("ahead", ahead)
                .query(Long.class)
                .single();
    }

    /** What a day or two would do to the booking. */
    private void theFreeTimeEnds(Purchase purchase) {
        shop.surroundings()
                .database()
                .sql(
                        """
                        update booking
                        set policy = jsonb_set(policy, '{tiers}', '[{"untilMinutes": 0, "feePercent": 50, "feeVnd": 0}]')
                        where code = :code
                        """)
                .param("code", purchase.bookingCode())
                .update();
    }

    private void everyOpenScreenIsTold(Purchase purchase) {
        shop.surroundings()
                .database()
                .sql("select pg_notify('busticket', 'another:booking:' || :code)")
                .param("code", purchase.bookingCode())
                .query((row, number) -> true)
                .single();
    }

    private static Locator button(Page page, String begins) {
        return page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(Pattern.compile("^" + begins)))
                .first();
    }
}
