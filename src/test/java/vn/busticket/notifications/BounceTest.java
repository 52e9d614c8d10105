package vn.busticket.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Flags;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import vn.busticket.accounts.AccountId;
import vn.busticket.accounts.Registration;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.shared.EmailAddress;
import vn.busticket.shared.Language;
import vn.busticket.shared.PhoneNumber;
import vn.busticket.testing.MailServer;
import vn.busticket.testing.ProvedPeople;

/** Mail that comes back: over a real SMTP server out, from a real IMAP mailbox in. */
@Tag("P6.5")
@Import({Purchases.class, Purchases.Money.class})
class BounceTest extends MessageTest {

    @Autowired private Purchases purchases;
    @Autowired private Suppressions suppressions;
    @Autowired private Bounces bounces;
    @Autowired private ProvedPeople people;
    @Autowired private Purchases.Money money;

    @BeforeEach
    void sendWhatOtherTestsLeft() {
        run(SendNotificationsJob.class);
    }

    @Test
    void whatComesBackForGoodStopsMailUntilStaffAllowItAgain() throws Exception {
        var booking = purchases.buy(Language.VI, "Trần Minh Khôi");
        run(SendNotificationsJob.class);
        var address = booking.contact().email();
        MailServer.bringBack(
                Returned.to("<noreply@busticket.example>")
                        .about(messageIdOfMailTo(address))
                        .mail(address));

        run(ReadBouncesJob.class);

        assertThat(suppressions.find(address))
                .hasValueSatisfying(suppression -> {
                    assertThat(suppression.reason()).isEqualTo(SuppressionReason.BOUNCED);
                    assertThat(suppression.source()).isEqualTo(SuppressionSource.REPORT);
                    assertThat(suppression.count()).isEqualTo(1);
                    assertThat(suppression.since()).isEqualTo(clock.instant());
                    assertThat(suppression.detail().orElseThrow()).contains("550 5.1.1");
                });
        assertThat(suppressions.page(address, 0, 10)).hasSize(1);
        assertThat(MailServer.received(address)).hasSize(2);

        var next = buyFor(address);
        run(SendNotificationsJob.class);
        assertThat(states(next)).containsExactly("UNWANTED", "UNWANTED");
        assertThat(MailServer.received(address)).as("nothing more").hasSize(2);

        suppressions.lift(address, staff(), "Khách đã sửa hộp thư");
        assertThat(suppressions.find(address)).isEmpty();
        assertThat(auditedReason(address)).isEqualTo("Khách đã sửa hộp thư");
        var last = buyFor(address);
        run(SendNotificationsJob.class);
        assertThat(states(last)).containsExactly("SENT", "SENT");
        assertThat(MailServer.received(address)).hasSize(4);
    }

    @Test
    void eachReturnedMailIsReadOnceAndStaysWhereItIs() throws Exception {
        var booking = purchases.buy(Language.VI, "Trần Minh Khôi");
        run(SendNotificationsJob.class);
        var address = booking.contact().email();
        var before = MailServer.flagsOfReturned().size();
        MailServer.bringBack(
                Returned.to("<noreply@busticket.example>")
                        .about(messageIdOfMailTo(address))
                        .mail(address));
        MailServer.bringBack(Returned.plain("Xin chào, tôi muốn hỏi về chuyến đi."));

        run(ReadBouncesJob.class);
        run(ReadBouncesJob.class);

        assertThat(suppressions.find(address).orElseThrow().count()).isEqualTo(1);
        assertThat(MailServer.flagsOfReturned())
                .as("none is deleted, each is marked")
                .hasSize(before + 2)
                .allSatisfy(flags -> {
                    assertThat(flags.contains(Flags.Flag.DELETED)).isFalse();
                    assertThat(
                                    flags.contains(BounceMailbox.LOOKED_AT)
                                            || flags.contains(Flags.Flag.SEEN))
                            .isTrue();
                });
    }

    @Test
    void delaysAreCountedAndStopNothing() throws Exception {
        var booking = purchases.buy(Language.VI, "Trần Minh Khôi");
        run(SendNotificationsJob.class);
        var address = booking.contact().email();
        var late =
                Returned.to("<noreply@busticket.example>")
                        .about(messageIdOfMailTo(address))
                        .saying("delayed", "4.4.1", "smtp; 451 try later");
        MailServer.bringBack(late.mail(address));
        MailServer.bringBack(late.saying("failed", "4.2.2", "smtp; 452 full").mail(address));

        run(ReadBouncesJob.class);

        assertThat(suppressions.find(address)).isEmpty();
        assertThat(delays(address)).isEqualTo(2);
    }

    @Test
    void forgedAndBrokenMailsSilenceNobody() throws Exception {
        var booking = purchases.buy(Language.VI, "Trần Minh Khôi");
        var other = purchases.buy(Language.VI, "Lê Thị Mai");
        run(SendNotificationsJob.class);
        var address = booking.contact().email();
        var genuine = messageIdOfMailTo(address);
        var report = Returned.to("<noreply@busticket.example>");
        MailServer.bringBack(report.about(genuine).mail(other.contact().email()));
        MailServer.bringBack(report.about(genuine.replaceFirst("\\.\\d+@", ".1@")).mail(address));
        MailServer.bringBack(report.about("<n99999999.1@busticket.example>").mail(address));
        MailServer.bringBack(
                report.about("<n99999999999999999999.1@busticket.example>").mail(address));
        MailServer.bringBack(Returned.plain("failed 5.1.1 " + address + " " + genuine));
        MailServer.bringBack(
                Returned.parsed(
                        "Content-Type: multipart/report; boundary=\"no such edge\"\n\n--edge\n"));
        MailServer.bringBack(
                Returned.parsed(
                        "Content-Type: multipart/report; report-type=delivery-status\n\n"
                                + genuine));
        MailServer.bringBack(Returned.parsed(huge(genuine, address)));
        MailServer.bringBack(report.about(genuine).mail(address));

        run(ReadBouncesJob.class);

        assertThat(suppressions.find(other.contact().email())).isEmpty();
        assertThat(suppressions.find(address).orElseThrow().count())
                .as("the genuine one behind them was read, and it alone")
                .isEqualTo(1);
    }

    @Test
    void anAddressThatIsRefusedWhileSendingIsMarkedToo() {
        var booking = purchases.buy(Language.VI, "Trần Minh Khôi");
        run(SendNotificationsJob.class);
        var message = idOfMailAbout(booking);

        bounces.refused(message, "SMTPAddressFailedException: 550 5.7.1 we do not like you");
        assertThat(suppressions.find(booking.contact().email())).as("policy").isEmpty();

        bounces.refused(message, "SMTPAddressFailedException: 550 no such user");
        assertThat(suppressions.find(booking.contact().email()))
                .hasValueSatisfying(suppression ->
                        assertThat(suppression.reason()).isEqualTo(SuppressionReason.REFUSED));
    }

    private String huge(String messageId, String address) {
        var filling = ("x".repeat(998) + "\n").repeat(BounceMailbox.MOST_BYTES / 999);
        return """
        Content-Type: multipart/report; report-type=delivery-status; boundary="edge"
        To: noreply@busticket.example

        --edge
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example.vn

        Final-Recipient: rfc822; %s
        Action: failed
        Status: 5.1.1

        --edge
        Content-Type: text/rfc822-headers

        Message-ID: %s

        --edge
        Content-Type: text/plain

        %s
        --edge--
        """
                .formatted(address, messageId, filling);
    }

    /** Somebody else books for the same mailbox. */
    private BookingDetails buyFor(String address) {
        var placed = purchases.place(Language.VI, "Lê Thị Mai");
        database.sql("update booking set contact_email = :address where id = :id")
                .param("address", address)
                .param("id", placed.id().value())
                .update();
        money.arriveFor(placed);
        return placed;
    }

    private AccountId staff() {
        return people.register(
                new Registration(
                        "Nhân viên Mẫu",
                        new EmailAddress("staff" + UUID.randomUUID() + "@example.vn"),
                        new PhoneNumber("+84901234567"),
                        "chuyến xe đêm về quê",
                        Language.VI));
    }

    private static String messageIdOfMailTo(String address) throws Exception {
        return MailServer.received(address).getFirst().getMessageID();
    }

    private long idOfMailAbout(BookingDetails booking) {
        return database.sql("select min(id) from notification where booking_id = :booking")
                .param("booking", booking.id().value())
                .query(Long.class)
                .single();
    }

    private int delays(String address) {
        return database.sql("select delays from suppression where address = :address")
                .param("address", address)
                .query(Integer.class)
                .single();
    }

    private String auditedReason(String address) {
        return database.sql(
                        """
                        select reason from audit_log
                         where action = 'address.mail-allowed-again' and subject = :subject
                        """)
                .param("subject", "address " + address)
                .query(String.class)
                .single();
    }

    private List<String> states(BookingDetails booking) {
        return database.sql(
                        """
                        select state from notification
                         where booking_id = :booking
                         order by id
                        """)
                .param("booking", booking.id().value())
                .query((row, number) -> row.getString("state"))
                .list();
    }
}
