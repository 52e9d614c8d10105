package vn.busticket.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.busticket.testing.SettableClock.START;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;
import vn.busticket.accounts.AccountId;
import vn.busticket.accounts.MessagePreferences;
import vn.busticket.accounts.MessageTopic;
import vn.busticket.accounts.Registration;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.notifications.Verdict.Later;
import vn.busticket.notifications.Verdict.Unwanted;
import vn.busticket.notifications.Verdict.Wanted;
import vn.busticket.payments.RefundId;
import vn.busticket.shared.EmailAddress;
import vn.busticket.shared.Language;
import vn.busticket.shared.PhoneNumber;
import vn.busticket.shared.VietnamTime;
import vn.busticket.testing.ProvedPeople;

/** What recipients want, by which way, and when. */
@Tag("P6.7")
@Import({Purchases.class, Purchases.Money.class})
class RecipientWishesTest extends MessageTest {

    private static final QuietHours NIGHT = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0));

    @Autowired private Purchases purchases;
    @Autowired private RecipientWishes wishes;
    @Autowired private Backgrounds backgrounds;
    @Autowired private MessagePreferences preferences;
    @Autowired private Suppressions suppressions;
    @Autowired private ProvedPeople people;
    @Autowired private TransactionTemplate transaction;

    @BeforeEach
    void sendWhatOtherTestsLeft() {
        run(SendNotificationsJob.class);
    }

    @ParameterizedTest
    @EnumSource(NotificationKind.class)
    void everythingIsWantedUntilSomebodySaysOtherwise(NotificationKind kind) {
        var booking = ofAccount();
        clock.set(booking.departsAt().minus(Duration.ofHours(3)));

        assertThat(verdict(kind, Channel.EMAIL, booking)).isInstanceOf(Wanted.class);
    }

    @Test
    void whatIsTurnedOffInTheProfileDoesNotComeThatWayAndComesTheOther() {
        var booking = ofAccount();
        var account = booking.account().orElseThrow();
        clock.set(booking.departsAt().minus(Duration.ofHours(3)));

        preferences.chooseEmail(account, MessageTopic.REMINDER, false);
        assertThat(verdict(NotificationKind.REMINDER, Channel.EMAIL, booking))
                .isInstanceOf(Unwanted.class);
        assertThat(verdict(NotificationKind.REMINDER, Channel.SMS, booking))
                .isInstanceOf(Wanted.class);

        preferences.chooseEmail(account, MessageTopic.REMINDER, true);
        preferences.chooseSms(account, MessageTopic.REMINDER, false);
        assertThat(verdict(NotificationKind.REMINDER, Channel.EMAIL, booking))
                .isInstanceOf(Wanted.class);
        assertThat(verdict(NotificationKind.REMINDER, Channel.SMS, booking))
                .isInstanceOf(Unwanted.class);

        preferences.chooseEmail(account, MessageTopic.REFUND, false);
        assertThat(verdict(NotificationKind.REFUND_PAID_OUT, Channel.EMAIL, booking))
                .isInstanceOf(Unwanted.class);
        assertThat(verdict(NotificationKind.REFUND_ACCOUNT_NEEDED, Channel.EMAIL, booking))
                .as("without the account the money cannot go")
                .isInstanceOf(Wanted.class);
    }

    @Test
    void aMailboxThatReturnedMailGetsNothingNotEvenWhatIsObligatory() {
        var booking = purchases.place(Language.VI, "Trần Minh Khôi");
        suppressions.returned(
                booking.contact().email(),
                SuppressionReason.BOUNCED,
                SuppressionSource.REPORT,
                "550",
                clock.instant());

        assertThat(verdict(NotificationKind.CONFIRMATION, Channel.EMAIL, booking))
                .isEqualTo(new Unwanted("address BOUNCED"));
        assertThat(verdict(NotificationKind.CONFIRMATION, Channel.SMS, booking))
                .as("the phone is another way")
                .isInstanceOf(Wanted.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T21:59, 2026-11-23T21:59",
        "2026-11-23T22:00, 2026-11-24T07:00",
        "2026-11-24T00:00, 2026-11-24T07:00",
        "2026-11-24T06:59, 2026-11-24T07:00",
        "2026-11-24T07:00, 2026-11-24T07:00"
    })
    void quietHoursAreVietnamsNight(LocalDateTime now, LocalDateTime allowed) {
        assertThat(NIGHT.firstAllowed(VietnamTime.instantOf(now)))
                .isEqualTo(VietnamTime.instantOf(allowed));
    }

    @Test
    void quietHoursMayLieWithinADayOrBeNone() {
        var noon = new QuietHours(LocalTime.of(12, 0), LocalTime.of(13, 30));
        var none = new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
        var now = VietnamTime.instantOf(LocalDateTime.of(2026, 11, 23, 12, 30));

        assertThat(noon.firstAllowed(now))
                .isEqualTo(VietnamTime.instantOf(LocalDateTime.of(2026, 11, 23, 13, 30)));
        assertThat(none.firstAllowed(now)).isEqualTo(now);
    }

    @Test
    void textsWaitUntilTheMorningExceptWhatDisruptsATrip() {
        var booking = purchases.buyLeaving(START.plus(Duration.ofDays(2)), "Trần Minh Khôi");
        var morning = VietnamTime.instantOf(LocalDateTime.of(2026, 11, 24, 7, 0));
        clock.set(VietnamTime.instantOf(LocalDateTime.of(2026, 11, 23, 23, 30)));

        assertThat(verdict(NotificationKind.CONFIRMATION, Channel.SMS, booking))
                .isEqualTo(new Later(morning, "quiet hours"));
        assertThat(verdict(NotificationKind.CONFIRMATION, Channel.EMAIL, booking))
                .isInstanceOf(Wanted.class);
        assertThat(verdict(NotificationKind.TRIP_CANCELLED, Channel.SMS, booking))
                .isInstanceOf(Wanted.class);
        assertThat(verdict(NotificationKind.TRIP_MOVED, Channel.SMS, booking))
                .isInstanceOf(Wanted.class);
    }

    @Test
    void quietHoursGiveWayWhereTheCoachLeavesBeforeTheyEnd() {
        var dawn = VietnamTime.instantOf(LocalDateTime.of(2026, 11, 24, 5, 0));
        var booking = purchases.buyLeaving(dawn, "Trần Minh Khôi");
        clock.set(VietnamTime.instantOf(LocalDateTime.of(2026, 11, 23, 23, 30)));

        assertThat(verdict(NotificationKind.REMINDER, Channel.SMS, booking))
                .isInstanceOf(Wanted.class);
    }

    @Test
    void whereTextsAreSetUpOneStatementQueuesEveryWay() {
        var booking = purchases.place(Language.VI, "Trần Minh Khôi");
        var outbox = new Outbox(database, new Channels(true));

        for (var time = 0; time < 2; time++) {
            transaction.executeWithoutResult(status ->
                    outbox.queue(
                            List.of(NotificationKind.CONFIRMATION, NotificationKind.RECEIPT),
                            List.of(booking.id()),
                            clock.instant()));
        }

        assertThat(queued(booking))
                .containsExactlyInAnyOrder(
                        "CONFIRMATION EMAIL", "CONFIRMATION SMS", "RECEIPT EMAIL");
    }

    @Test
    void lateMoneyThatBoughtNothingIsToldByTextToo() {
        var booking = purchases.place(Language.VI, "Trần Minh Khôi");
        var outbox = new Outbox(database, new Channels(true));
        var now = clock.instant();
        outbox.queueRefund(NotificationKind.REFUND_OPENED, booking.id(), new RefundId(1), 1, now);

        outbox.tellRefundsByText(booking.id(), now);
        outbox.tellRefundsByText(booking.id(), now);
        new Outbox(database, new Channels(false)).tellRefundsByText(booking.id(), now);

        assertThat(queued(booking))
                .containsExactlyInAnyOrder("REFUND_OPENED EMAIL", "REFUND_OPENED SMS");
        assertThat(verdict(NotificationKind.REFUND_OPENED, Channel.SMS, booking))
                .isInstanceOf(Wanted.class);
    }

    private List<String> queued(BookingDetails booking) {
        return database.sql(
                        "select kind || ' ' || channel as way from notification where booking_id = :id")
                .param("id", booking.id().value())
                .query((row, number) -> row.getString("way"))
                .list();
    }

    private Verdict verdict(NotificationKind kind, Channel channel, BookingDetails booking) {
        return wishes.of(
                TakenMessages.about(booking, kind, channel, Instant.EPOCH),
                backgrounds.of(booking.id()));
    }

    private BookingDetails ofAccount() {
        var booking = purchases.place(Language.VI, "Trần Minh Khôi");
        database.sql("update booking set account_id = :account where id = :id")
                .param("account", register("person" + UUID.randomUUID() + "@example.vn").value())
                .param("id", booking.id().value())
                .update();
        return purchases.details(booking.id());
    }

    private AccountId register(String email) {
        return people.register(
                new Registration(
                        "Người Mẫu",
                        new EmailAddress(email),
                        new PhoneNumber("+84901234567"),
                        "chuyến xe đêm về quê",
                        Language.VI));
    }
}
