package vn.busticket.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.busticket.testing.SettableClock.START;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import vn.busticket.accounts.MessagePreferences;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.bookings.Cancellation;
import vn.busticket.notifications.Reminders.Place;
import vn.busticket.shared.Language;
import vn.busticket.shared.SqlTime;
import vn.busticket.shared.VietnamTime;
import vn.busticket.testing.Cancelling;
import vn.busticket.testing.MailServer;
import vn.busticket.testing.TestTrips;

/** Who is reminded of a coach, and when. */
@Tag("P6.6")
@Import({Purchases.class, Purchases.Money.class})
class ReminderTest extends MessageTest {

    private static final Instant IN_THREE_DAYS = START.plus(Duration.ofDays(3));
    private static final Duration WINDOW = Duration.ofHours(24);
    private static final Duration GRACE = Duration.ofMinutes(120);

    @Autowired private Purchases purchases;
    @Autowired private ReminderProperties properties;
    @Autowired private MessagePreferences preferences;
    @Autowired private Cancellation cancellation;

    @BeforeEach
    void sendWhatOtherTestsLeft() {
        run(SendNotificationsJob.class);
    }

    @AfterEach
    void leaveNothingToOtherTests() {
        clock.set(START.plus(Duration.ofDays(90)));
        run(SendNotificationsJob.class);
    }

    @Test
    void aPassengerIsRemindedOnceWhenTheWindowBegins() {
        var booking = purchases.buyLeaving(IN_THREE_DAYS, "Trần Minh Khôi");

        sweepAt(IN_THREE_DAYS.minus(WINDOW).minusSeconds(1));
        assertThat(reminders(booking)).isEmpty();

        sweepAt(IN_THREE_DAYS.minus(WINDOW));
        sweepAt(IN_THREE_DAYS.minus(WINDOW).plusSeconds(10));
        sweepAt(IN_THREE_DAYS.minusSeconds(1));
        assertThat(reminders(booking))
                .singleElement()
                .satisfies(reminder -> {
                    assertThat(reminder.createdAt()).isEqualTo(IN_THREE_DAYS.minus(WINDOW));
                    assertThat(reminder.channel()).isEqualTo("EMAIL");
                });
    }

    @Test
    void whoBuysInsideTheWindowIsRemindedWhenTheGraceIsOver() {
        var departure = START.plus(Duration.ofHours(5));
        var booking = purchases.buyLeaving(departure, "Trần Minh Khôi");

        sweepAt(START.plus(GRACE).minusSeconds(1));
        assertThat(reminders(booking)).isEmpty();

        sweepAt(START.plus(GRACE));
        assertThat(reminders(booking)).hasSize(1);
    }

    @Test
    void whoseCoachLeavesBeforeTheGraceIsOverIsNotReminded() {
        var booking = purchases.buyLeaving(START.plus(Duration.ofMinutes(100)), "Trần Minh Khôi");

        for (var minutes = 0; minutes <= 240; minutes += 20) {
            sweepAt(START.plus(Duration.ofMinutes(minutes)));
        }

        assertThat(reminders(booking)).isEmpty();
    }

    @Test
    void whoHasNotPaidIsNotReminded() {
        var booking = purchases.place(Language.VI, "Trần Minh Khôi");

        sweepAt(START.plus(GRACE).plusSeconds(1));

        assertThat(reminders(booking)).isEmpty();
    }

    @Test
    void aReminderFollowsATripThatIsMovedBeforeItIsDue() {
        var booking = purchases.buyLeaving(IN_THREE_DAYS, "Trần Minh Khôi");
        var later = IN_THREE_DAYS.plus(Duration.ofDays(2));
        move(booking, later);

        sweepAt(IN_THREE_DAYS.minus(WINDOW));
        assertThat(reminders(booking)).isEmpty();

        sweepAt(later.minus(WINDOW));
        assertThat(reminders(booking)).hasSize(1);
    }

    @Test
    void aReminderThatWaitsInTheQueueFollowsATripThatIsMovedAway() {
        var booking = purchases.buyLeaving(IN_THREE_DAYS, "Trần Minh Khôi");
        sweepAt(IN_THREE_DAYS.minus(WINDOW));
        var later = IN_THREE_DAYS.plus(Duration.ofDays(4));
        move(booking, later);

        run(SendNotificationsJob.class);
        sweepAt(IN_THREE_DAYS);
        sweepAt(later.minus(WINDOW));

        assertThat(reminders(booking))
                .singleElement()
                .satisfies(reminder -> {
                    assertThat(reminder.state()).isEqualTo("QUEUED");
                    assertThat(reminder.nextAttemptAt()).isEqualTo(later.minus(WINDOW));
                });
    }

    @Test
    void aTripThatIsMovedByHoursAfterTheReminderBringsNoSecondOne() {
        var booking = purchases.buyLeaving(IN_THREE_DAYS, "Trần Minh Khôi");
        sweepAt(IN_THREE_DAYS.minus(WINDOW));
        run(SendNotificationsJob.class);
        move(booking, IN_THREE_DAYS.plus(Duration.ofHours(5)));

        for (var hours = 1; hours < 29; hours++) {
            sweepAt(IN_THREE_DAYS.minus(WINDOW).plus(Duration.ofHours(hours)));
        }

        assertThat(reminders(booking)).hasSize(1);
    }

    @Test
    void aTripThatIsMovedByDaysAfterTheReminderBringsOneForTheNewDay() {
        var booking = purchases.buyLeaving(IN_THREE_DAYS, "Trần Minh Khôi");
        sweepAt(IN_THREE_DAYS.minus(WINDOW));
        run(SendNotificationsJob.class);
        var later = IN_THREE_DAYS.plus(Duration.ofDays(5));
        move(booking, later);

        sweepAt(later.minus(WINDOW).minusSeconds(1));
        assertThat(reminders(booking)).hasSize(1);
        sweepAt(later.minus(WINDOW));
        sweepAt(later.minusSeconds(60));
        assertThat(reminders(booking)).hasSize(2);
    }

    @Test
    void aBookingThatIsCancelledBeforeIsNotReminded() {
        var booking = purchases.buyLeaving(IN_THREE_DAYS, "Trần Minh Khôi");
        Cancelling.whole(cancellation, booking.id(), "Không đi nữa");

        sweepAt(IN_THREE_DAYS.minus(WINDOW));

        assertThat(reminders(booking)).isEmpty();
    }

    @Test
    void aBookingThatIsCancelledAfterTheReminderWasQueuedIsNotReminded() {
        var booking = purchases.buyLeaving(IN_THREE_DAYS, "Trần Minh Khôi");
        sweepAt(IN_THREE_DAYS.minus(WINDOW));
        Cancelling.whole(cancellation, booking.id(), "Không đi nữa");

        run(SendNotificationsJob.class);

        assertThat(reminders(booking))
                .singleElement()
                .satisfies(reminder -> assertThat(reminder.state()).isEqualTo("OVERTAKEN"));
    }

    @Test
    void nobodyIsRemindedOfATripThatIsCalledOff() {
        var before = purchases.buyLeaving(IN_THREE_DAYS, "Trần Minh Khôi");
        var after = purchases.buyLeaving(IN_THREE_DAYS, "Lê Thị Mai");
        var trips = new TestTrips(database);
        trips.cancel(before.trip().id());
        sweepAt(IN_THREE_DAYS.minus(WINDOW));
        trips.cancel(after.trip().id());

        run(SendNotificationsJob.class);

        assertThat(reminders(before)).isEmpty();
        assertThat(reminders(after))
                .singleElement()
                .satisfies(reminder ->
                        assertThat(reminder.reason()).isEqualTo("the trip was called off"));
    }

    @Test
    void aNodeThatWasDownRemindsLateButNotAfterTheCoachHasLeft() {
        var late = purchases.buyLeaving(IN_THREE_DAYS, "Trần Minh Khôi");
        var tooLate = purchases.buyLeaving(IN_THREE_DAYS.minusSeconds(1_200), "Lê Thị Mai");

        sweepAt(IN_THREE_DAYS.minusSeconds(600));

        assertThat(reminders(late)).hasSize(1);
        assertThat(reminders(tooLate)).isEmpty();
    }

    @Test
    void aCoachJustAfterMidnightCountsLikeAnyOther() {
        var departure = VietnamTime.instantOf(LocalDateTime.of(2026, 11, 27, 0, 15));
        var booking = purchases.buyLeaving(departure, "Trần Minh Khôi");

        sweepAt(VietnamTime.instantOf(LocalDateTime.of(2026, 11, 26, 0, 14, 59)));
        assertThat(reminders(booking)).isEmpty();

        sweepAt(VietnamTime.instantOf(LocalDateTime.of(2026, 11, 26, 0, 15)));
        assertThat(reminders(booking)).hasSize(1);
    }

    @Test
    @Tag("P6.7")
    void whereTextsAreSetUpThePhoneIsRemindedTooByTheSameSweep() {
        var booking = purchases.buyLeaving(IN_THREE_DAYS, "Trần Minh Khôi");
        clock.set(IN_THREE_DAYS.minus(WINDOW));

        sweep(withTexts());
        sweep(withTexts());

        assertThat(reminders(booking))
                .extracting(Reminder::channel)
                .containsExactlyInAnyOrder("EMAIL", "SMS");
    }

    @Test
    @Tag("P6.7")
    void whoUnsubscribedGetsNoReminderAndStaffSeeWhy() {
        var booking = purchases.buyLeaving(IN_THREE_DAYS, "Trần Minh Khôi");
        preferences.unsubscribe(booking.contact().email().toUpperCase(Locale.ROOT));
        sweepAt(IN_THREE_DAYS.minus(WINDOW));

        run(SendNotificationsJob.class);

        assertThat(reminders(booking))
                .singleElement()
                .satisfies(reminder -> {
                    assertThat(reminder.state()).isEqualTo("UNWANTED");
                    assertThat(reminder.reason()).isEqualTo("turned off by the recipient");
                });
        assertThat(MailServer.received(booking.contact().email()))
                .as("confirmation and receipt came all the same")
                .hasSize(2);
    }

    @Test
    void sweepsSideBySideRemindEverybodyOnce() {
        var bookings =
                IntStream.range(0, 12)
                        .mapToObj(number -> purchases.buyLeaving(IN_THREE_DAYS, "Trần Minh Khôi"))
                        .toList();
        clock.set(IN_THREE_DAYS.minus(WINDOW));

        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var node = 0; node < 4; node++) {
                threads.execute(() -> sweep(withTexts()));
            }
        }
        sweep(withTexts());

        assertThat(bookings).allSatisfy(booking -> assertThat(reminders(booking)).hasSize(2));
    }

    private Reminders withTexts() {
        return new Reminders(database, new Channels(true), properties, clock);
    }

    private static void sweep(Reminders reminders) {
        var place = reminders.queueAfter(Place.START);
        while (place.isPresent()) {
            place = reminders.queueAfter(place.get());
        }
    }

    private void sweepAt(Instant now) {
        clock.set(now);
        run(QueueRemindersJob.class);
    }

    /** As the operator moves a trip. */
    private void move(BookingDetails booking, Instant departure) {
        database.sql(
                        """
                        update booking
                           set departs_at = :departure, arrives_at = :departure + interval '7 hours'
                         where id = :id
                        """)
                .param("departure", SqlTime.of(departure))
                .param("id", booking.id().value())
                .update();
    }

    private record Reminder(
            String channel,
            String state,
            String reason,
            Instant createdAt,
            Instant nextAttemptAt) {}

    private List<Reminder> reminders(BookingDetails booking) {
        return database.sql(
                        """
                        select channel, state, coalesce(reason, '') as reason, created_at,
                               coalesce(next_attempt_at, created_at) as next_attempt_at
                          from notification
                         where booking_id = :booking and kind = 'REMINDER'
                         order by id
                        """)
                .param("booking", booking.id().value())
                .query((row, number) ->
                        new Reminder(
                                row.getString("channel"),
                                row.getString("state"),
                                row.getString("reason"),
                                SqlTime.instant(row, "created_at"),
                                SqlTime.instant(row, "next_attempt_at")))
                .list();
    }
}
