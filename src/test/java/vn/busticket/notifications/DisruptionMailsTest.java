package vn.busticket.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.busticket.testing.SettableClock.START;
import static vn.busticket.testing.TestCoaches.seats;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quartz.Job;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import vn.busticket.accounts.AccountId;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.bookings.CoachSwap;
import vn.busticket.bookings.TripCancellation;
import vn.busticket.bookings.TripMove;
import vn.busticket.shared.Language;
import vn.busticket.testing.Invariants;
import vn.busticket.testing.MailServer;
import vn.busticket.testing.Rows;
import vn.busticket.testing.TestCoaches;
import vn.busticket.testing.TestStaff;
import vn.busticket.tickets.Journeys;
import vn.busticket.trips.DisruptionId;
import vn.busticket.trips.TripId;

/** What people are told when an operator calls a trip off, moves it, or takes another coach. */
@Tag("P4.7")
@Tag("P6.1")
@Import({Purchases.class, Purchases.Money.class})
class DisruptionMailsTest extends MessageTest {

    private static final Instant IN_THREE_DAYS = START.plus(Duration.ofDays(3));
    private static final Duration LATER = Duration.ofMinutes(90);
    private static final String REASON = "mưa lớn";

    @Autowired private Purchases purchases;
    @Autowired private TripCancellation cancellation;
    @Autowired private TripMove move;
    @Autowired private CoachSwap swap;
    @Autowired private Journeys journeys;

    private Rows mine = Rows.ALL;

    @BeforeEach
    void sendWhatOtherTestsLeft() {
        run(SendNotificationsJob.class);
        mine = Rows.madeFromNowOn(database);
    }

    @AfterEach
    void leaveNothingToOtherTests() {
        clock.set(START.plus(Duration.ofDays(90)));
        run(SendNotificationsJob.class);
        Invariants.check(database, mine);
    }

    @Test
    void aMovedTripIsToldOnceWithBothTimesAndTheWayOut() throws Exception {
        var booking = purchases.buyLeaving(IN_THREE_DAYS, "Trần Minh Khôi");
        moveBy(booking, LATER);
        run(SendNotificationsJob.class);
        run(SendNotificationsJob.class);

        var text = text(only(booking, "Đổi giờ"));
        assertThat(text)
                .contains("Giờ đi: ", " → ")
                .contains(
                        "Vì thay đổi lớn, trước giờ đi bạn có thể đổi sang chuyến khác không mất phí")
                .contains("đã đổi giờ đi của chuyến này");
    }

    @Test
    void aSmallMovePromisesNothingThatTheFareDoesNot() throws Exception {
        var booking = purchases.buyLeaving(IN_THREE_DAYS, "Trần Minh Khôi");
        moveBy(booking, Duration.ofMinutes(20));
        run(SendNotificationsJob.class);
        assertThat(text(only(booking, "Đổi giờ")))
                .contains("Trang đặt vé cho biết")
                .doesNotContain("Vì thay đổi lớn");
    }

    @Test
    void ofTwoMovesBeforeTheMailOnlyTheLastIsSent() throws Exception {
        var booking = purchases.buyLeaving(IN_THREE_DAYS, "Trần Minh Khôi");
        moveBy(booking, LATER);
        moveBy(purchases.details(booking.id()), LATER);
        run(SendNotificationsJob.class);
        only(booking, "Đổi giờ");
    }

    @Test
    @Tag("P6.6")
    void theReminderFollowsTheTrip() {
        var booking = purchases.buyLeaving(IN_THREE_DAYS, "Trần Minh Khôi");
        moveBy(booking, Duration.ofDays(2));

        clock.set(IN_THREE_DAYS.minus(Duration.ofHours(20)));
        run(QueueRemindersJob.class);
        assertThat(queued(booking, "REMINDER")).isZero();

        clock.set(IN_THREE_DAYS.plus(Duration.ofDays(1)).plusSeconds(60));
        run(QueueRemindersJob.class);
        assertThat(queued(booking, "REMINDER")).isEqualTo(1);
    }

    @Test
    void whoPaidForACalledOffTripIsToldWhatComesBack() throws Exception {
        var booking = purchases.buy(Language.EN, "Anna Schmidt");
        callOff(booking);
        run(SendNotificationsJob.class);

        assertThat(text(only(booking, "Called off")))
                .contains("does not run the trip", "300,000", "please do not set out");
        assertThat(mails(booking, "Cancelled")).isEmpty();
        assertThat(mails(booking, "Refund")).isEmpty();
    }

    @Test
    void whoHasNotPaidIsToldNotToPay() throws Exception {
        var booking = purchases.place(Language.VI, "Trần Minh Khôi");
        callOff(booking);
        run(SendNotificationsJob.class);
        assertThat(text(only(booking, "Nhà xe hủy chuyến")))
                .contains("xin đừng chuyển khoản nữa")
                .doesNotContain("hoàn");
    }

    @Test
    @Tag("P5.1")
    void anotherCoachIsToldWithSeatsAndPlateAndTheNewTickets() throws Exception {
        var booking = purchases.buy(Language.VI, "Trần Minh Khôi");
        var trip = booking.trip().id();
        var bus = new TestCoaches(database).with(trip, seats("B", 8, "STANDARD"));
        var staff = staff(trip);
        swap.swap(staff, trip, swap.plan(staff, trip, bus), Set.of(), REASON);
        run(SendNotificationsJob.class);

        var plate = journeys.of(purchases.details(booking.id())).plate();
        assertThat(plate).startsWith("TEST-");
        assertThat(text(only(booking, "Đổi xe")))
                .contains("Ghế của Trần Minh Khôi: A01 → B01", "Xe: chưa có biển số → " + plate);
    }

    @Test
    void whoHasNoSeatOnTheOtherCoachIsToldSo() throws Exception {
        var booking = purchases.buy(Language.VI, "Trần Minh Khôi", "Lê Thị Mai");
        var trip = booking.trip().id();
        var bus = new TestCoaches(database).with(trip, seats("A", 1, "STANDARD"));
        var staff = staff(trip);
        swap.swap(staff, trip, swap.plan(staff, trip, bus), Set.of(), REASON);
        run(SendNotificationsJob.class);
        assertThat(text(only(booking, "Xe thay thế không còn chỗ")))
                .contains("xe mới không đủ chỗ phù hợp", "600.000");
    }

    @Test
    @Tag("P6.7")
    void whereTextsAreSetUpThePhoneIsToldTooAndOnce() {
        var booking = purchases.buyLeaving(IN_THREE_DAYS, "Trần Minh Khôi");
        var withTexts = new DisruptionOutbox(database, new Channels(true));
        var before = queued(booking, "TRIP_MOVED");
        withTexts.queue(new DisruptionId(1), List.of(booking.id()), START);
        withTexts.queue(new DisruptionId(1), List.of(booking.id()), START);
        assertThat(queued(booking, "TRIP_MOVED") - before).isEqualTo(2);
        database.sql("delete from notification where booking_id = :id and kind = 'TRIP_MOVED'")
                .param("id", booking.id().value())
                .update();
    }

    private void moveBy(BookingDetails booking, Duration later) {
        var trip = booking.trip().id();
        var now = purchases.details(booking.id()).departsAt();
        move.move(staff(trip), trip, now, now.plus(later), REASON);
    }

    private void callOff(BookingDetails booking) throws ClassNotFoundException {
        var trip = booking.trip().id();
        cancellation.callOff(staff(trip), trip, REASON);
        run(sweep());
    }

    private static Class<? extends Job> sweep() throws ClassNotFoundException {
        return Class.forName("vn.busticket.bookings.CallOffBookingsJob").asSubclass(Job.class);
    }

    private AccountId staff(TripId trip) {
        return new TestStaff(database).ofCompany(trip);
    }

    private static MimeMessage only(BookingDetails booking, String subject)
            throws MessagingException {
        var found = mails(booking, subject);
        assertThat(found).as(subject).hasSize(1);
        return found.getFirst();
    }

    private static List<MimeMessage> mails(BookingDetails booking, String subject)
            throws MessagingException {
        var found = new ArrayList<MimeMessage>();
        for (var mail : MailServer.received(booking.contact().email())) {
            if (mail.getSubject().startsWith(subject)) {
                found.add(mail);
            }
        }
        return found;
    }

    private static String text(MimeMessage mail) throws Exception {
        return partsOf(mail).replace('\u00a0', ' ');
    }

    private static String partsOf(Part part) throws Exception {
        if (part.isMimeType("text/plain")) {
            return (String) part.getContent();
        }
        var all = new StringBuilder();
        if (part.getContent() instanceof Multipart parts) {
            for (var number = 0; number < parts.getCount(); number++) {
                all.append(partsOf(parts.getBodyPart(number)));
            }
        }
        return all.toString();
    }

    private int queued(BookingDetails booking, String kind) {
        return database.sql(
                        "select count(*) from notification where booking_id = :id and kind = :kind")
                .param("id", booking.id().value())
                .param("kind", kind)
                .query(Integer.class)
                .single();
    }
}
