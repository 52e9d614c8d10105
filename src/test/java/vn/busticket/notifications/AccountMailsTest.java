package vn.busticket.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.busticket.accounts.AccountErased;
import vn.busticket.accounts.AccountQueries;
import vn.busticket.accounts.AccountService;
import vn.busticket.accounts.Administrators;
import vn.busticket.accounts.EmailChanged;
import vn.busticket.accounts.EmailVerification;
import vn.busticket.accounts.PasswordReset;
import vn.busticket.accounts.PasswordResetRequested;
import vn.busticket.accounts.Registration;
import vn.busticket.accounts.SecondFactorChanged;
import vn.busticket.accounts.SecondFactorChanged.Change;
import vn.busticket.accounts.SecondFactors;
import vn.busticket.accounts.TotpSecret;
import vn.busticket.accounts.VisitorId;
import vn.busticket.shared.EmailAddress;
import vn.busticket.shared.Language;
import vn.busticket.shared.PhoneNumber;
import vn.busticket.testing.MailServer;
import vn.busticket.testing.ProvedPeople;
import vn.busticket.testing.StaffPeople;

/** What the owner of a mailbox is told about an account, and that the links in it are good. */
@Tag("P6.1")
@Tag("P7.1")
@ExtendWith(OutputCaptureExtension.class)
class AccountMailsTest extends MessageTest {

    private static final Pattern LINK = Pattern.compile("https?://\\S+/([a-z-]+)/(\\S+)");
    private static final int MOST_BATCHES = 20;
    private static final String PASSWORD = "chuyến xe đêm về quê";

    @Autowired private AccountService accounts;
    @Autowired private JdbcClient database;
    @Autowired private EmailVerification verification;
    @Autowired private PasswordReset resets;
    @Autowired private ProvedPeople people;
    @Autowired private StaffPeople staff;
    @Autowired private AccountQueries queries;
    @Autowired private SecondFactors factors;
    @Autowired private Administrators administrators;
    @Autowired private Suppressions suppressions;
    @Autowired private MessageCourier courier;
    @Autowired private ApplicationEventPublisher events;
    @Autowired private TransactionTemplate transaction;
    @Autowired private Clock clock;

    private final EmailAddress email =
            new EmailAddress("owner" + UUID.randomUUID() + "@example.com");

    @Test
    void theLinkInTheMailProvesTheMailbox() throws Exception {
        var browser = VisitorId.random();
        accounts.register(registration(), browser);

        var mail = theMail();

        assertThat(mail.getSubject()).isEqualTo("Please confirm your e-mail address");
        var token = token(mail, "verify-email");
        assertThat(verification.read(token)).isPresent();
        assertThat(verification.confirm(token, Optional.empty(), browser)).isPresent();
    }

    @Test
    void theLinkInTheMailSetsAnotherPasswordOnce() throws Exception {
        var owner = people.register(registration());
        theMail();
        var generation =
                database.sql("select sign_in_generation from account where id = :id")
                        .param("id", owner.value())
                        .query(Integer.class)
                        .single();
        var expires =
                clock.instant().plus(PasswordReset.LINK_LIFETIME).truncatedTo(ChronoUnit.SECONDS);
        tell(new PasswordResetRequested(owner, email, generation, expires));

        var token = token(theMail(), "reset-password");

        assertThat(resets.isGood(token)).isTrue();
        resets.reset(token, "một mật khẩu khác hẳn");
        assertThat(theMail().getSubject()).isEqualTo("Your BusTicket password was changed");
    }

    @Test
    void aRepeatedRegistrationIsToldToTheMailboxAlone() throws Exception {
        people.register(registration());
        theMail();
        accounts.register(registration(), VisitorId.random());

        assertThat(theMail().getSubject()).isEqualTo("You already have a BusTicket account");
    }

    @Test
    @Tag("P7.3")
    void anErasedAccountIsToldOnceMoreAndThenItsMailboxIsForgotten() throws Exception {
        var owner = people.register(registration());
        theMail();
        tell(new AccountErased(owner, email, clock.instant()));

        assertThat(theMail().getSubject()).isEqualTo("Your BusTicket account is erased");
        run(ForgetOldMessagesJob.class);
        assertThat(
                        database.sql(
                                        "select count(*) from notification where kind = 'ACCOUNT_ERASED'"
                                                + " and position(:email in notification::text) > 0")
                                .param("email", email.value())
                                .query(Long.class)
                                .single())
                .isZero();
    }

    @Test
    void theMailboxBeforeHearsOfTheOneAfter() throws Exception {
        var owner = people.register(registration());
        theMail();
        var after = new EmailAddress("after" + UUID.randomUUID() + "@example.com");
        tell(new EmailChanged(owner, email, after));

        assertThat(theMail().getSubject())
                .isEqualTo("The email of your BusTicket account was changed");
        assertThat(MailServer.received(after.value())).isEmpty();
    }

    @Test
    @Tag("P7.2")
    void whatIsDoneAboutASecondFactorIsToldToItsMailboxOnce() throws Exception {
        var helper = staff.administrator();
        var phone = TotpSecret.random();
        var owner = staff.administrator();
        var person = queries.person(owner.id());
        var codes = factors.enrol(person, phone, phone.codeAt(clock.instant())).recoveryCodes();
        factors.prove(person, codes.getFirst());
        administrators.resetSecondFactor(helper.id(), owner.id(), "mất điện thoại");
        var changed =
                new SecondFactorChanged(owner.id(), owner.email(), Change.RESET, clock.instant());
        tell(changed);

        sendAllTo(owner.email());

        var subjects = new ArrayList<String>();
        for (var mail : MailServer.received(owner.email().value())) {
            subjects.add(mail.getSubject());
        }
        assertThat(subjects)
                .containsOnlyOnce(
                        "A phone now proves your BusTicket account",
                        "A recovery code of your BusTicket account was used",
                        "The second step of your BusTicket account was reset");
        assertThat(Channels.topic(NotificationKind.SECOND_FACTOR_RESET).isAlwaysByEmail()).isTrue();
    }

    @Test
    void aCauseThatIsUndoneTellsNothing() {
        var owner = people.register(registration());
        run(SendNotificationsJob.class);
        var before = MailServer.received(email.value()).size();
        transaction.executeWithoutResult(status -> {
            events.publishEvent(new EmailChanged(owner, email, email));
            status.setRollbackOnly();
        });
        run(SendNotificationsJob.class);

        assertThat(MailServer.received(email.value())).hasSize(before);
    }

    @Test
    @Tag("P6.5")
    void aMailboxThatReturnedMailGetsNoneAboutItsAccountEither() {
        var owner = people.register(registration());
        run(SendNotificationsJob.class);
        var before = MailServer.received(email.value()).size();
        suppressions.returned(
                email.value(),
                SuppressionReason.BOUNCED,
                SuppressionSource.REPORT,
                null,
                clock.instant());
        tell(new EmailChanged(owner, email, email));
        run(SendNotificationsJob.class);

        assertThat(MailServer.received(email.value())).hasSize(before);
        assertThat(
                        database.sql(
                                        "select state from notification where account_id = :id order by id desc limit 1")
                                .param("id", owner.value())
                                .query(String.class)
                                .single())
                .isEqualTo("UNWANTED");
    }

    /** They have no booking whose standing could be read. */
    @Test
    @Tag("P6.3")
    void messagesAboutAccountsAreReadTogetherLikeAllOthers(CapturedOutput output) {
        var cause = AccountCause.of(people.register(registration()), email);
        var messages =
                Stream.of(NotificationKind.PASSWORD_CHANGED, NotificationKind.RECOVERY_CODE_USED)
                        .map(kind -> TakenMessages.about(kind, cause, clock.instant()))
                        .toList();

        var parcels = courier.pack(messages);

        assertThat(parcels).extracting(Parcel::taken).isEqualTo(messages);
        assertThat(parcels).extracting(Parcel::background).containsOnlyNulls();
        assertThat(output).doesNotContain("messages are read one by one");
    }

    private void tell(Object event) {
        transaction.executeWithoutResult(status -> events.publishEvent(event));
    }

    /** The last mail to the owner; what other tests left in the queue is sent first. */
    private MimeMessage theMail() {
        sendAllTo(email);
        return MailServer.received(email.value()).getLast();
    }

    private void sendAllTo(EmailAddress mailbox) {
        for (int i = 0; i < MOST_BATCHES && isQueued(mailbox); i++) {
            run(SendNotificationsJob.class);
        }
    }

    private boolean isQueued(EmailAddress mailbox) {
        return database.sql(
                        """
                        select exists (select from notification
                                        where account_email = :email and state = 'QUEUED')
                        """)
                .param("email", mailbox.value())
                .query(Boolean.class)
                .single();
    }

    private static String token(MimeMessage mail, String path) throws Exception {
        var link = LINK.matcher(text(mail));
        assertThat(link.find()).isTrue();
        assertThat(link.group(1)).isEqualTo(path);
        return link.group(2);
    }

    private static String text(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/plain")) {
            return (String) part.getContent();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (var index = 0; index < parts.getCount(); index++) {
                var text = text(parts.getBodyPart(index));
                if (!text.isEmpty()) {
                    return text;
                }
            }
        }
        return "";
    }

    private Registration registration() {
        return new Registration(
                "Lê Thị Hoa", email, new PhoneNumber("+84901234567"), PASSWORD, Language.EN);
    }
}
