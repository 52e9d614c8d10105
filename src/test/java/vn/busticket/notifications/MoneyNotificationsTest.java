package vn.busticket.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;
import vn.busticket.accounts.AccountId;
import vn.busticket.bookings.BookingCancelled;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.bookings.Cancellation;
import vn.busticket.payments.BankAccount;
import vn.busticket.payments.GatewayTransaction.Payer;
import vn.busticket.payments.RefundDesk;
import vn.busticket.payments.RefundQueries;
import vn.busticket.payments.RefundService;
import vn.busticket.shared.Language;
import vn.busticket.shared.Vnd;
import vn.busticket.testing.Cancelling;
import vn.busticket.testing.MailServer;

/** Money that comes or goes otherwise than planned is told to who paid, once for each cause. */
@Tag("P6.1")
@Import({Purchases.class, Purchases.Money.class})
class MoneyNotificationsTest extends MessageTest {

    private static final Payer KNOWN =
            new Payer("970422", "MB Bank", "TRAN MINH KHOI", "0071001234402");
    private static final Payer UNKNOWN = new Payer(null, null, null, null);
    private static final AccountId CLERK = new AccountId(9_001);

    @Autowired private Purchases purchases;
    @Autowired private Purchases.Money money;
    @Autowired private Cancellation cancellation;
    @Autowired private RefundQueries refunds;
    @Autowired private RefundService refundService;
    @Autowired private RefundDesk refundDesk;
    @Autowired private NotificationQueries notifications;
    @Autowired private ApplicationEventPublisher events;
    @Autowired private TransactionTemplate transaction;

    @BeforeEach
    void sendWhatOtherTestsLeft() {
        run(SendNotificationsJob.class);
    }

    @Test
    @Tag("P3.7")
    void aShortPaymentBringsTheRemainderAndTheTimeLeft() throws Exception {
        var booking = purchases.place(Language.VI, "Trần Minh Khôi");
        money.arrive(booking, booking.total().minus(new Vnd(10_000)), KNOWN);

        assertThat(subjects(booking)).containsExactly("Đơn %s còn thiếu 10.000 ₫");
        assertThat(text(mails(booking).getFirst())).contains("/b/" + booking.accessToken());
    }

    @Test
    @Tag("P3.7")
    void aShortPaymentThatWasCompletedMeanwhileIsNotTold() throws Exception {
        var booking = purchases.place(Language.VI, "Trần Minh Khôi");
        money.arrive(booking, booking.total().minus(new Vnd(10_000)), KNOWN);
        money.arrive(booking, new Vnd(10_000), KNOWN);

        assertThat(subjects(booking)).hasSize(2).noneMatch(subject -> subject.contains("thiếu"));
    }

    @Test
    @Tag("P3.7")
    void aLatePartIsToldEvenBeforeAJobHasLetTheBookingExpire() throws Exception {
        var booking = purchases.place(Language.VI, "Trần Minh Khôi");
        clock.advance(Duration.ofHours(1));
        purchases.placeOn(booking.trip().id(), Language.VI, "Lê Thu Hà");
        money.arrive(booking, booking.total().minus(new Vnd(10_000)), KNOWN);

        assertThat(subjects(booking))
                .containsExactly("Đơn %s: đã nhận tiền sau hạn, còn thiếu 10.000 ₫");
    }

    @Test
    @Tag("P3.7")
    void lateMoneyThatSavesTheSeatsIsTold() throws Exception {
        var booking = purchases.place(Language.EN, "Anna Schmidt");
        expire(booking);
        money.arrive(booking, booking.total(), KNOWN);

        assertThat(subjects(booking))
                .contains("Booking %s: the money came late, your seats were still free");
    }

    @Test
    @Tag("P3.7")
    @Tag("P3.8")
    void whatWasPaidTwiceBringsOneMailAboutTheRefund() throws Exception {
        var booking = purchases.buy(Language.VI, "Trần Minh Khôi");
        money.arrive(booking, booking.total(), KNOWN);

        assertThat(subjects(booking)).hasSize(3).contains("Sẽ hoàn 300.000 ₫, đơn %s");
        assertThat(text(mailAbout(booking, "Sẽ hoàn"))).contains("Bạn đã trả hai lần", "•••4402");
    }

    @Test
    @Tag("P3.8")
    void aCancellationTellsWhatComesBackInOneMailAndNoTicket() throws Exception {
        var booking = purchases.place(Language.VI, "Trần Minh Khôi");
        money.arrive(booking, booking.total(), KNOWN);
        Cancelling.whole(cancellation, booking.id(), "");
        tell(new BookingCancelled(booking.id(), booking.total()));

        assertThat(subjects(booking))
                .containsExactlyInAnyOrder(
                        "Biên nhận 300.000 ₫, đơn %s", "Đã hủy vé %s, hoàn 300.000 ₫");
    }

    @Test
    @Tag("P3.8")
    void aCancellationDoesNotPromiseATransferToNobodysAccount() throws Exception {
        var booking = purchases.buy(Language.VI, "Trần Minh Khôi");
        Cancelling.whole(cancellation, booking.id(), "");

        subjects(booking);
        assertThat(text(mailAbout(booking, "Đã hủy vé")))
                .contains("ngay khi biết tài khoản")
                .doesNotContain("thường trong 1 ngày");
    }

    @Test
    @Tag("P4.6")
    void aPartThatIsCancelledSaysInOneMailWhoLeavesAndWhoTravels() throws Exception {
        var booking = purchases.buy(Language.VI, "Trần Minh Khôi", "Nguyễn Thu Hà");
        var leaving = Set.of(booking.passengers().getFirst().id());
        var price = cancellation.quote(booking.id(), leaving);
        cancellation.cancelByPassenger(booking.id(), price, "");

        assertThat(subjects(booking)).contains("Đơn %s: đã hủy ghế A01").hasSize(4);
        assertThat(text(mailAbout(booking, "Đơn")))
                .contains("Đã hủy cho Trần Minh Khôi (A01).", "Vẫn đi: Nguyễn Thu Hà (A02).")
                .contains("Hoàn lại: 300.000 ₫", "ngay khi biết tài khoản");
    }

    @Test
    void anUnpaidBookingThatIsCancelledCostsNothing() throws Exception {
        var booking = purchases.place(Language.EN, "Anna Schmidt");
        Cancelling.whole(cancellation, booking.id(), "");

        assertThat(subjects(booking)).containsExactly("Booking %s is cancelled");
        assertThat(text(mails(booking).getFirst())).contains("Nothing was charged.");
    }

    @Test
    @Tag("P3.8")
    void whoseAccountIsUnknownIsAskedByASignedLinkAndToldWhenItIsPaid() throws Exception {
        var booking = purchases.buy(Language.VI, "Trần Minh Khôi");
        money.arrive(booking, new Vnd(120_000), UNKNOWN);
        var refund = refunds.ofPayable(booking.payable()).getFirst();

        assertThat(subjects(booking)).hasSize(3);
        assertThat(text(mailAbout(booking, "Cần số tài khoản")))
                .contains("/refund/" + refund.token(), "120.000 ₫");

        refundService.giveAccount(
                refund.token(), new BankAccount("970422", "0071001234402", "TRAN MINH KHOI"));
        refundDesk.markTransferred(refund.id(), CLERK, "FT2633105529", null);
        assertThat(subjects(booking)).hasSize(4).contains("Đã hoàn 120.000 ₫, đơn %s");
        assertThat(text(mailAbout(booking, "Đã hoàn"))).contains("FT2633105529", "•••4402");
    }

    @Test
    @Tag("P6.3")
    void aCauseThatIsRolledBackLeavesNoMessage() {
        var booking = purchases.place(Language.VI, "Trần Minh Khôi");
        transaction.executeWithoutResult(status -> {
            Cancelling.whole(cancellation, booking.id(), "");
            status.setRollbackOnly();
        });

        assertThat(notifications.about(booking.id())).isEmpty();
    }

    private void expire(BookingDetails booking) {
        clock.advance(Duration.ofMinutes(20));
        try {
            run(
                    Class.forName("vn.busticket.bookings.ExpireBookingsJob")
                            .asSubclass(org.quartz.Job.class));
        } catch (ClassNotFoundException renamed) {
            throw new AssertionError(renamed);
        }
    }

    private void tell(Object event) {
        transaction.executeWithoutResult(status -> events.publishEvent(event));
    }

    /** The subjects of all mails so far, the booking's code left out. */
    private List<String> subjects(BookingDetails booking) throws MessagingException {
        run(SendNotificationsJob.class);
        var subjects = new java.util.ArrayList<String>();
        for (var mail : mails(booking)) {
            subjects.add(plain(mail.getSubject()).replace(booking.code(), "%s"));
        }
        return subjects;
    }

    private static List<MimeMessage> mails(BookingDetails booking) {
        return MailServer.received(booking.contact().email());
    }

    private static MimeMessage mailAbout(BookingDetails booking, String subject)
            throws MessagingException {
        for (var mail : mails(booking)) {
            if (mail.getSubject().startsWith(subject)) {
                return mail;
            }
        }
        throw new AssertionError("No mail about " + subject);
    }

    /** What the mail says, whatever it is packed in. */
    private static String text(MimeMessage mail) throws Exception {
        return plain(text(mail.getContent()));
    }

    private static String text(Object content) throws Exception {
        if (content instanceof jakarta.mail.Multipart parts) {
            var all = new StringBuilder();
            for (var part = 0; part < parts.getCount(); part++) {
                all.append(text(parts.getBodyPart(part).getContent()));
            }
            return all.toString();
        }
        return content instanceof String words ? words : "";
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }
}
