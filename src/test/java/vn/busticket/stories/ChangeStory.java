package vn.busticket.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Passengers change what they have paid for, by themselves. */
@RequiresChromium
@Tag("P4.5")
class ChangeStory {

    private static final Pattern BOOKING = Pattern.compile(".*/bookings/[A-Z2-9]{8}$");
    private static final Pattern PAYMENT = Pattern.compile(".*/payment/[^/]+$");
    private static final String DEAR = "SAO_DEM";
    private static final String CHEAP = "PHO_NUI";
    private static final String DEARER = "Sao Đêm";
    private static final String CHEAPER = "Phố Núi";

    @SuppressWarnings("NullAway.Init") // set before each story
    private Shop shop;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        shop = Shop.shared();
    }

    @Test
    void somebodyElseTravelsThenTwoSwapSeatsAndThenTheLimitIsReached() {
        try (var passenger = shop.passenger(Words.VIETNAMESE)) {
            var page = passenger.page();
            var purchase =
                    paid(passenger, DEAR, 8, "doi-nguoi@mail.example", List.of("A01", "A02"));
            passenger.button("modify").click();
            var name = nameOf(passenger, "A01");
            name.fill("Phạm Thị Tuyết");
            name.press("Tab");
            assertThat(page.locator(".change ins")).containsText("Phạm Thị Tuyết");
            save(passenger);
            assertThat(page.getByText("Vé đã đổi.")).isVisible();
            assertThat(page.getByText("Phạm Thị Tuyết").first()).isVisible();

            passenger.button("modify").click();
            tab(passenger, "tabSeats").click();
            page.getByLabel(Pattern.compile("Ghế của Phạm Thị Tuyết")).selectOption("Ghế A02");
            assertThat(page.locator(".change ins")).hasCount(2);
            save(passenger);
            assertThat(passengerOn(purchase, "A02")).isEqualTo("Phạm Thị Tuyết");

            var modify = passenger.button("modify");
            assertThat(modify).hasAttribute("aria-disabled", "true");
            assertThat(page.getByText("Đặt vé này đã đổi 2 lần").first()).isVisible();
            page.navigate(page.url() + "/edit");
            assertThat(page.getByText("Đặt vé này đã đổi 2 lần").first()).isVisible();
            assertThat(changeMails(purchase)).isEqualTo(2);
        }
    }

    @Test
    void aDearerTripIsPaidAndOnlyThenTheBookingIsAnother() {
        try (var passenger = shop.passenger(Words.ENGLISH)) {
            var page = passenger.page();
            var purchase = paid(passenger, CHEAP, 9, "dearer@mail.example", List.of("A03", "A04"));
            passenger.button("modify").click();
            tab(passenger, "tabTrip").click();
            trip(page, DEARER).first().check();
            assertThat(page.locator(".lines .total")).containsText("To pay");
            var toPay = page.locator(".lines .total dd").textContent();

            tab(passenger, "tabSeats").click();
            assertThat(passenger.seat("A03")).isVisible();
            page.waitForURL(Pattern.compile(".*tab=seats.*"));
            passenger.goBack();
            assertThat(trip(page, DEARER).first()).isChecked();
            page.reload();
            assertThat(trip(page, DEARER).first()).isChecked();
            assertThat(page.locator(".lines .total dd")).hasText(toPay);

            passenger.button("saveChanges").click();
            page.waitForURL(PAYMENT, new Page.WaitForURLOptions().setTimeout(15_000));
            assertThat(page.locator(".qr").first()).isVisible();
            assertThat(page.locator("h1")).containsText(toPay);
            assertThat(operatorOf(purchase)).isEqualTo(CHEAP);
            passenger.open("/bookings/" + purchase.bookingCode());
            assertThat(page.getByText("A change waits for you to pay")).isVisible();
            passenger.button("payNow").click();
            page.waitForURL(PAYMENT, new Page.WaitForURLOptions().setTimeout(15_000));

            shop.surroundings().payos().pay(purchase.orderCode());
            assertThat(passenger.heading("paid"))
                    .isVisible(new IsVisibleOptions().setTimeout(10_000));
            passenger.button("viewBooking").click();
            page.waitForURL(BOOKING);
            assertThat(page.getByText("Your booking is changed.")).isVisible();
            assertThat(operatorOf(purchase)).isEqualTo(DEAR);
            assertThat(voidTickets(purchase)).isEqualTo(2);
        }
    }

    @Test
    void aCheaperTripSendsTheDifferenceBack() {
        try (var passenger = shop.passenger(Words.VIETNAMESE)) {
            var page = passenger.page();
            var purchase = paid(passenger, DEAR, 10, "re-hon@mail.example", List.of("A05"));
            passenger.button("modify").click();
            tab(passenger, "tabTrip").click();
            trip(page, CHEAPER).first().check();
            assertThat(page.locator(".lines .total")).containsText("Hoàn lại cho bạn");
            save(passenger);
            assertThat(operatorOf(purchase)).isEqualTo(CHEAP);
            assertThat(page.getByText("Vé mới rẻ hơn vé cũ").first()).isVisible();
        }
    }

    @Test
    @Tag("P4.4")
    void oneOfTwoGoesByAnotherTripAndBothBookingsLeadToEachOther() {
        try (var passenger = shop.passenger(Words.VIETNAMESE)) {
            var page = passenger.page();
            var purchase =
                    paid(passenger, CHEAP, 9, "tach-doi@mail.example", List.of("A07", "A08"));
            passenger.button("modify").click();
            tab(passenger, "tabTrip").click();
            var stays = goes(page, "A08");
            stays.press("Space");
            assertThat(stays).not().isChecked();
            assertThat(goes(page, "A07")).isDisabled();
            trip(page, DEARER).first().check();
            assertThat(page.getByText("có mã đặt vé riêng")).isVisible();
            page.reload();
            assertThat(stays).not().isChecked();
            assertThat(trip(page, DEARER).first()).isChecked();
            assertThat(page.locator(".lines .total")).containsText("Trả thêm");
            passenger.button("saveChanges").click();
            page.waitForURL(PAYMENT, new Page.WaitForURLOptions().setTimeout(15_000));
            assertThat(otherCodes(purchase)).isEmpty();
            shop.surroundings().payos().pay(purchase.orderCode());
            assertThat(passenger.heading("paid"))
                    .isVisible(new IsVisibleOptions().setTimeout(10_000));
            passenger.button("viewBooking").click();
            page.waitForURL(BOOKING);
            assertThat(page.getByText("khách ghế A07 đi chuyến khác")).isVisible();
            assertThat(page.locator(".tickets > li")).hasCount(1);

            var other = otherCodes(purchase).getFirst();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("đặt vé " + other))
                    .click();
            page.waitForURL("**/bookings/" + other);
            assertThat(page.locator(".tickets > li")).hasCount(1);
            assertThat(page.locator("h1")).isVisible();
            assertThat(
                            page.getByRole(
                                    AriaRole.LINK,
                                    new Page.GetByRoleOptions()
                                            .setName("đặt vé " + purchase.bookingCode())))
                    .isVisible();
            assertThat(operatorOf(purchase)).isEqualTo(CHEAP);
            assertThat(changeMails(purchase)).isEqualTo(1);
            assertThat(voidTickets(purchase)).isEqualTo(1);
        }
    }

    /** The box of one of the party on the tab of trips; other tabs and dialogs have boxes too. */
    private static Locator goes(Page page, String seat) {
        return page.locator("label.choice")
                .filter(new Locator.FilterOptions().setHasText(seat))
                .locator("input[name='change-party']");
    }

    private List<String> otherCodes(Purchase purchase) {
        return shop.surroundings()
                .database()
                .sql(
                        """
                        select party.code from booking_change c
                          join booking b on b.id = c.booking_id
                          join booking party on party.id = c.split_off_id
                         where b.code = :code
                        """)
                .param("code", purchase.bookingCode())
                .query((row, number) -> row.getString("code"))
                .list();
    }

    @Test
    void everyTabFitsEveryWindowAndEveryPerson() {
        for (var words : Words.values()) {
            try (var passenger = shop.passenger(words)) {
                var page = passenger.page();
                var looks = new Looks(page, words);
                var email = "look-" + words.locale().substring(0, 2) + "@mail.example";
                paid(passenger, CHEAP, 11, email, seatsFor(words));
                passenger.button("modify").click();
                var name = nameOf(passenger, seatsFor(words).getFirst());
                name.fill("Nguyễn Phúc Bảo Trâm Anh Thiên Hương");
                name.press("Tab");
                assertThat(page.locator(".change ins").first()).isVisible();
                looks.check("booking-edit-passengers");
                tab(passenger, "tabTrip").click();
                trip(page, DEARER).last().check();
                assertThat(page.locator(".lines .total")).isVisible();
                looks.check("booking-edit-trip");
                tab(passenger, "tabSeats").click();
                assertThat(page.locator(".seat-map")).isVisible();
                looks.check("booking-edit-seats");
                passenger.button("saveChanges").click();
                page.waitForURL(PAYMENT, new Page.WaitForURLOptions().setTimeout(15_000));
                assertThat(page.locator(".qr").first()).isVisible();
                looks.check("payment-change");
                passenger.button("cancelPayment").click();
                assertThat(passenger.heading("notPaid")).isVisible();
                looks.check("payment-failure-change");
                passenger.button("viewBooking").click();
                page.waitForURL(BOOKING);
                looks.check("booking-change-open");
                page.navigate(page.url() + "/edit");
                assertThat(page.locator(".banner").first()).isVisible();
                looks.check("booking-edit-refused");
            }
        }
    }

    private static List<String> seatsFor(Words words) {
        return words == Words.VIETNAMESE ? List.of("A01", "A02") : List.of("A03", "A04");
    }

    /** Buys and pays; stands on the page of the booking. */
    private Purchase paid(
            Passenger passenger,
            String operator,
            int daysFromToday,
            String email,
            List<String> seats) {
        var trip = Purchase.trip(shop, operator, daysFromToday);
        var purchase = new Purchase(shop, passenger, trip, email, seats).toPayment();
        shop.surroundings().payos().pay(purchase.orderCode());
        assertThat(passenger.heading("paid")).isVisible(new IsVisibleOptions().setTimeout(10_000));
        passenger.button("viewBooking").click();
        passenger.page().waitForURL(BOOKING);
        return purchase;
    }

    private static void save(Passenger passenger) {
        passenger.button("saveChanges").click();
        passenger.page().waitForURL(BOOKING, new Page.WaitForURLOptions().setTimeout(15_000));
    }

    private static Locator nameOf(Passenger passenger, String seat) {
        return passenger
                .page()
                .getByRole(
                        AriaRole.TEXTBOX,
                        new Page.GetByRoleOptions()
                                .setName(
                                        Pattern.compile(
                                                "^"
                                                        + passenger.words().of("passengerForSeat")
                                                        + seat)));
    }

    private static Locator tab(Passenger passenger, String name) {
        return passenger
                .page()
                .getByRole(
                        AriaRole.TAB,
                        new Page.GetByRoleOptions().setName(passenger.words().of(name)));
    }

    private static Locator trip(Page page, String operator) {
        return page.getByRole(
                AriaRole.RADIO, new Page.GetByRoleOptions().setName(Pattern.compile(operator)));
    }

    private String passengerOn(Purchase purchase, String seat) {
        return of(
                purchase,
                """
                select full_name from booking_passenger p join booking b on b.id = p.booking_id
                 where b.code = :code and p.seat_label = '%s'
                """
                        .formatted(seat),
                String.class);
    }

    private String operatorOf(Purchase purchase) {
        return of(
                purchase,
                """
                select o.code from booking b join trip t on t.id = b.trip_id join operator o on o.id = t.operator_id
                 where b.code = :code
                """,
                String.class);
    }

    private long voidTickets(Purchase purchase) {
        return of(
                purchase,
                """
                select count(*) from ticket t join booking b on b.id = t.booking_id
                 where b.code = :code and t.voided_at is not null
                """,
                Long.class);
    }

    private long changeMails(Purchase purchase) {
        return of(
                purchase,
                """
                select count(*) from notification n join booking b on b.id = n.booking_id
                 where b.code = :code and n.kind = 'CHANGE' and n.channel = 'EMAIL'
                """,
                Long.class);
    }

    private <T> T of(Purchase purchase, String sql, Class<T> type) {
        return shop.surroundings()
                .database()
                .sql(sql)
                .param("code", purchase.bookingCode())
                .query(type)
                .single();
    }
}
