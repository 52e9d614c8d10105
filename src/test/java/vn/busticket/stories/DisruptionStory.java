package vn.busticket.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.busticket.shared.Language;
import vn.busticket.shared.SqlTime;
import vn.busticket.shared.VietnamTime;
import vn.busticket.ui.Formats;

/** An operator calls a trip off, moves it, and takes a smaller coach; passengers see it at once. */
@RequiresChromium
@Tag("P4.7")
class DisruptionStory {

    private static final int DESK = 1440;
    private static final int PHONE = 360;
    private static final int HEIGHT = 900;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String PASSWORD = "chuyen xe dem ve que";

    @SuppressWarnings("NullAway.Init") // set before each story
    private Shop shop;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        shop = Shop.shared();
    }

    @ParameterizedTest
    @EnumSource(Words.class)
    @Tag("P1.4")
    void aTripIsCalledOffAndItsPassengerIsToldAndRefunded(Words words) throws Exception {
        var isVietnamese = words == Words.VIETNAMESE;
        var email = "called-off-" + words.name().toLowerCase(Locale.ROOT) + "@mail.example";
        var day = isVietnamese ? 29 : 16;
        var trip = Purchase.trip(shop, day);
        try (var passenger = shop.passenger(words);
                var staff = shop.passenger(Words.VIETNAMESE)) {
            var purchase = paid(passenger, trip, email, "A01");
            passenger.open("/bookings/" + purchase.bookingCode());

            signInAsAdministrator(staff);
            if (isVietnamese) {
                look(staff, "/admin/trips?route=SG_DL&day=" + Shop.day(day), "06:30", "desk-trips");
                look(staff, "/admin/trips/" + trip, "Hủy chuyến", "desk-trip");
            }
            callOff(staff, trip);
            if (isVietnamese) {
                look(staff, "/admin/trips/" + trip, "Đã xử lý xong 1", "desk-trip-called-off");
            }

            var theirs = passenger.page();
            assertThat(
                            theirs.getByText(
                                    isVietnamese ? "đã hủy chuyến này" : "called off this trip"))
                    .isVisible();
            new Looks(theirs, words).check("booking-called-off");
            assertThat(purchase.bookingState()).isEqualTo("CANCELLED");
            assertThat(refunds(email)).isEqualTo(1);
            mail(email, isVietnamese ? "Nhà xe hủy chuyến" : "Called off");

            passenger.open("/trips/" + trip);
            assertThat(passenger.seat("A02")).hasCount(0);
        }
    }

    private static void look(Passenger staff, String address, String shown, String name) {
        staff.page().setViewportSize(PHONE, HEIGHT);
        staff.open(address);
        staff.page().getByText(shown).first().waitFor();
        new Looks(staff.page(), Words.VIETNAMESE).check(name);
    }

    private static void callOff(Passenger staff, long trip) {
        var page = staff.page();
        page.setViewportSize(DESK, HEIGHT);
        staff.open("/admin/trips/" + trip);
        button(page, "Hủy chuyến").click();
        var dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog.getByText("1 đặt chỗ với 1 hành khách")).isVisible();
        new Looks(page, Words.VIETNAMESE).check("desk-trip-call-off");
        page.setViewportSize(DESK, HEIGHT);
        button(page, "Hủy chuyến này").click();
        assertThat(dialog.getByText("Hãy ghi vài chữ")).isVisible();
        dialog.getByLabel("Lý do").fill("Sạt lở đèo Bảo Lộc");
        button(page, "Hủy chuyến này").click();
        assertThat(page.getByText("Đã xử lý xong 1")).isVisible();
    }

    @Test
    void whoseTripIsCalledOffGoesByAnotherOneIfTheCompanySaysSo() throws Exception {
        var email = "transferred@mail.example";
        var trip = Purchase.trip(shop, 21);
        try (var passenger = shop.passenger(Words.VIETNAMESE);
                var staff = shop.passenger(Words.ENGLISH)) {
            var purchase = paid(passenger, trip, email, "A01");
            passenger.open("/bookings/" + purchase.bookingCode());

            signInAsStaffOf(staff, "SAO_DEM");
            var page = staff.page();
            page.setViewportSize(DESK, HEIGHT);
            staff.open("/operator/trips/" + trip);
            button(page, "Call off").click();
            var dialog = page.getByRole(AriaRole.DIALOG);
            dialog.getByLabel("Passengers who have paid")
                    .selectOption(new SelectOption().setIndex(1));
            assertThat(dialog.getByText("Whoever gets no seat")).isVisible();
            new Looks(page, Words.ENGLISH).check("desk-trip-call-off-moving");
            page.setViewportSize(DESK, HEIGHT);
            dialog.getByLabel("Reason").fill("Broken down");
            button(page, "Call off this trip").click();
            assertThat(page.getByText("Its booking is done")).isVisible();

            var theirs = passenger.page();
            assertThat(theirs.getByText("Nhà xe đã hủy chuyến cũ")).isVisible();
            assertThat(theirs.getByText("đổi sang chuyến khác không mất phí")).isVisible();
            new Looks(theirs, Words.VIETNAMESE).check("booking-other-trip");
            assertThat(purchase.bookingState()).isEqualTo("CONFIRMED");
            assertThat(refunds(email)).isZero();
            mail(email, "Chuyến khác");
        }
    }

    @Test
    @Tag("P7.2")
    void theCompanyMovesItsTripAndNobodyElses() throws Exception {
        var email = "moved@mail.example";
        var trip = Purchase.trip(shop, 23);
        try (var passenger = shop.passenger(Words.ENGLISH);
                var staff = shop.passenger(Words.ENGLISH)) {
            var purchase = paid(passenger, trip, email, "A01");
            passenger.open("/bookings/" + purchase.bookingCode());
            var before = departure(trip);
            var after = before.plus(Duration.ofMinutes(75));

            signInAsStaffOf(staff, "SAO_DEM");
            staff.open("/operator/trips/" + tripOfAnotherCompany());
            assertThat(staff.page().getByText("There is no such trip")).isVisible();

            staff.open("/operator/trips/" + trip);
            var page = staff.page();
            button(page, "Move").click();
            var time = page.getByRole(AriaRole.COMBOBOX, named("New time"));
            time.fill(timeOf(after));
            time.press("Tab");
            assertThat(page.getByText("1 h 15 later")).isVisible();
            new Looks(page, Words.ENGLISH).check("desk-trip-move");
            page.setViewportSize(DESK, HEIGHT);
            page.getByRole(AriaRole.DIALOG).getByLabel("Reason").fill("Heavy rain");
            button(page, "Move this trip").click();
            assertThat(page.getByText("Moved; the passengers are told.")).isVisible();
            assertThat(departure(trip)).isEqualTo(after);

            var theirs = passenger.page();
            assertThat(theirs.getByText("The operator moved this trip")).isVisible();
            assertThat(theirs.getByText("all your money comes back")).isVisible();
            new Looks(theirs, Words.ENGLISH).check("booking-moved");
            mail(email, "New time");
            assertThat(messages(email, "TRIP_MOVED")).isEqualTo(1);

            passenger.open(
                    "/trips?from=ho-chi-minh&to=da-lat&date=%s&passengers=1"
                            .formatted(Shop.day(23)));
            assertThat(passenger.page().getByText(timeOf(after)).first()).isVisible();
        }
    }

    @Test
    void aSmallerCoachListsWhoHasNoSeatBeforeAnythingHappens() throws Exception {
        var trip = Purchase.trip(shop, 24);
        smallCoach(trip);
        try (var one = shop.passenger(Words.VIETNAMESE);
                var other = shop.passenger(Words.VIETNAMESE);
                var staff = shop.passenger(Words.VIETNAMESE)) {
            var stays = paid(one, trip, "stays@mail.example", "A01");
            var loses = paid(other, trip, "loses@mail.example", "A03");
            other.open("/bookings/" + loses.bookingCode());

            signInAsAdministrator(staff);
            staff.open("/admin/trips/" + trip);
            var page = staff.page();
            button(page, "Đổi xe").click();
            var dialog = page.getByRole(AriaRole.DIALOG);
            dialog.getByLabel("Xe chạy thay").selectOption(option(page, "STORY-1"));
            assertThat(dialog.getByText("1 vướng mắc")).isVisible();
            assertThat(dialog.getByText(loses.bookingCode())).isVisible();
            assertThat(dialog.getByText(stays.bookingCode())).hasCount(0);
            new Looks(page, Words.VIETNAMESE).check("desk-trip-swap");
            page.setViewportSize(DESK, HEIGHT);
            dialog.getByLabel("Lý do").fill("Xe hỏng máy");
            button(page, "Đổi xe chuyến này").click();
            assertThat(page.getByText("Đã đổi xe; ai đổi ghế được báo.")).isVisible();

            assertThat(stays.bookingState()).isEqualTo("CONFIRMED");
            assertThat(loses.bookingState()).isEqualTo("CANCELLED");
            assertThat(other.page().getByText("không còn chỗ cho bạn")).isVisible();
            assertThat(refunds("loses@mail.example")).isEqualTo(1);
            mail("loses@mail.example", "Xe thay thế không còn chỗ");
            assertThat(messages("stays@mail.example", "TRIP_MOVED")).isZero();
        }
    }

    private Purchase paid(Passenger passenger, long trip, String email, String seat) {
        var purchase = new Purchase(shop, passenger, trip, email, List.of(seat)).toPayment();
        shop.surroundings().payos().pay(purchase.orderCode());
        passenger.heading("paid").waitFor();
        return purchase;
    }

    private void signInAsAdministrator(Passenger staff) {
        staff.page().setViewportSize(DESK, HEIGHT);
        StaffSignIn.signIn(shop, staff);
    }

    private void signInAsStaffOf(Passenger staff, String company) {
        var email = "staff-of-" + company.toLowerCase(Locale.ROOT) + "@mail.example";
        staff.register("Trần Văn Mẫu", email, PASSWORD);
        staff.open(AccountMails.verification(shop, email));
        staff.heading("emailConfirmed").waitFor();
        shop.surroundings()
                .database()
                .sql(
                        """
                        update account set role = 'OPERATOR_STAFF', operator_code = :company
                        where email = :email
                        """)
                .param("company", company)
                .param("email", email)
                .update();
        staff.page().setViewportSize(DESK, HEIGHT);
        staff.signIn(email, PASSWORD);
    }

    private long tripOfAnotherCompany() {
        return one(
                """
                select min(trip.id) from trip join operator on operator.id = trip.operator_id
                where operator.code <> :value and trip.departs_at > now() + interval '5 days'
                """,
                "SAO_DEM",
                Long.class);
    }

    /** A coach of the company with one berth, A01, of the class that it had. */
    private void smallCoach(long trip) {
        shop.surroundings()
                .database()
                .sql(
                        """
                        with layout as (
                            insert into seat_layout (bus_type_id, version)
                            select bus_type_id, 99 from trip where id = :trip returning id
                        ), seat as (
                            insert into seat_layout_cell (layout_id, deck, row_number, column_number, kind, label,
                                                          seat_class)
                            select layout.id, cell.deck, cell.row_number, cell.column_number, cell.kind, cell.label,
                                   cell.seat_class
                            from layout, trip
                            join seat_layout_cell cell on cell.layout_id = trip.layout_id and cell.label = 'A01'
                            where trip.id = :trip
                        )
                        insert into bus (operator_id, plate, layout_id)
                        select trip.operator_id, 'STORY-1', layout.id from layout, trip where trip.id = :trip
                        """)
                .param("trip", trip)
                .update();
    }

    private Instant departure(long trip) {
        return shop.surroundings()
                .database()
                .sql("select departs_at from trip where id = :trip")
                .param("trip", trip)
                .query((row, number) -> SqlTime.instant(row, "departs_at"))
                .single();
    }

    private void mail(String email, String subject) throws Exception {
        var mailbox = new Mailbox(shop.surroundings().mail(), email);
        Mailbox.waitUntil(
                () -> {
                    try {
                        mailbox.withSubject(subject);
                        return true;
                    } catch (AssertionError notYet) {
                        return false;
                    } catch (MessagingException unreadable) {
                        throw new AssertionError(unreadable);
                    }
                },
                PATIENCE);
        mailbox.withSubject(subject);
    }

    private long refunds(String email) {
        return one(
                """
                select count(*) from refund_case c join booking b on b.id = c.payable_id
                where b.contact_email = :value and c.amount_vnd = b.total_vnd
                """,
                email,
                Long.class);
    }

    private long messages(String email, String kind) {
        return one(
                """
                select count(*) from notification n join booking b on b.id = n.booking_id
                where b.contact_email || n.kind = :value
                """,
                email + kind,
                Long.class);
    }

    private <T> T one(String sql, Object value, Class<T> type) {
        return shop.surroundings().database().sql(sql).param("value", value).query(type).single();
    }

    private static String timeOf(Instant instant) {
        return new Formats(Language.EN).time(VietnamTime.at(instant).toLocalTime());
    }

    private static String option(Page page, String words) {
        return page.getByRole(AriaRole.DIALOG)
                .locator("option", new Locator.LocatorOptions().setHasText(words))
                .getAttribute("value");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, named(name)).last();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(Pattern.compile("^" + name));
    }
}
