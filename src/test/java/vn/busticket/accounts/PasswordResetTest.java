package vn.busticket.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.password.PasswordEncoder;
import vn.busticket.shared.EmailAddress;
import vn.busticket.testing.ProvedPeople;

/** Setting another password by a link from the mailbox. */
@Tag("P7.1")
class PasswordResetTest extends AccountTest {

    @Autowired private PasswordReset resets;
    @Autowired private MailRequests mails;
    @Autowired private ProvedPeople people;
    @Autowired private AccountSignIn signIn;
    @Autowired private RememberedPeople remembered;
    @Autowired private PasswordEncoder encoder;
    @Autowired private EmailVerification emailVerification;

    @Test
    void aLinkWorksOnceAndEndsWhatWasBefore() {
        var email = mailbox();
        var id = people.register(registration(email));
        var session = queries.person(id);
        var cookie = remembered.byEmail(email.value()).getPassword();
        var token = resetToken(email);
        var another = resetToken(email);

        resets.reset(token, ANOTHER);

        assertThat(encoder.matches(ANOTHER, signIn.loadUserByUsername(email.value()).getPassword()))
                .isTrue();
        assertThat(queries.mayStay(session)).isFalse();
        assertThat(remembered.byEmail(email.value()).getPassword()).isNotEqualTo(cookie);
        assertThat(told(PasswordChanged.class))
                .containsExactly(new PasswordChanged(id, email, clock.instant()));
        for (var used : new String[] {token, another}) {
            assertThat(resets.isGood(used)).isFalse();
            assertThatThrownBy(() -> resets.reset(used, PASSWORD))
                    .isInstanceOf(LinkNoLongerGood.class);
        }
    }

    @Test
    void aLinkThatTwoUseAtOnceWorksOnce() throws Exception {
        var email = mailbox();
        people.register(registration(email));
        var token = resetToken(email);
        try (var both = Executors.newFixedThreadPool(2)) {
            Callable<Boolean> attempt =
                    () -> {
                        try {
                            resets.reset(token, ANOTHER);
                            return true;
                        } catch (LinkNoLongerGood refused) {
                            return false;
                        }
                    };
            var first = both.submit(attempt);
            var second = both.submit(attempt);
            assertThat(first.get() ^ second.get()).isTrue();
        }
    }

    @Test
    void aLinkIsGoodForHalfAnHour() {
        var email = mailbox();
        people.register(registration(email));
        var token = resetToken(email);
        clock.advance(Duration.ofMinutes(29));
        assertThat(resets.isGood(token)).isTrue();
        clock.advance(Duration.ofMinutes(1));
        assertThat(resets.isGood(token)).isFalse();
    }

    @Test
    void aKnownBadPasswordIsRefusedAndTheLinkStaysGood() {
        var email = mailbox();
        people.register(registration(email));
        var token = resetToken(email);
        assertThatThrownBy(() -> resets.reset(token, "matkhau123"))
                .isInstanceOf(PasswordRefused.class);
        assertThat(resets.isGood(token)).isTrue();
    }

    @Test
    void theLinkProvesTheMailboxOfWhoNeverConfirmed() {
        var email = mailbox();
        var stranger = VisitorId.random();
        accounts.register(registration(email, "mật khẩu của kẻ lạ"), stranger);
        var verification = verificationToken(email);

        resets.reset(resetToken(email), ANOTHER);

        assertThat(isProved(email)).isTrue();
        assertThat(told(EmailVerified.class)).hasSize(1);
        assertThat(emailVerification.confirm(verification, Optional.empty(), stranger)).isEmpty();
    }

    @Test
    void strangersCauseNoMailAndNoTrace() {
        var email = mailbox();
        mails.requestPasswordReset(email, anywhere());
        mails.requestVerification(email, anywhere());
        run(AnswerMailRequestsJob.class);
        assertThat(told(PasswordResetRequested.class)).isEmpty();
        assertThat(told(EmailVerificationRequested.class)).isEmpty();
        assertThat(
                        database.sql("select count(*) from account_mail_request")
                                .query(Long.class)
                                .single())
                .isZero();
    }

    @Test
    void aLinkToConfirmIsSentAgainOnlyToWhoNeedsOne() {
        var email = mailbox();
        accounts.register(registration(email), VisitorId.random());
        mails.requestVerification(email, anywhere());
        run(AnswerMailRequestsJob.class);
        assertThat(told(EmailVerificationRequested.class)).hasSize(2);
        people.confirm(email);
        mails.requestVerification(email, anywhere());
        run(AnswerMailRequestsJob.class);
        assertThat(told(EmailVerificationRequested.class)).hasSize(2);
    }

    private String resetToken(EmailAddress email) {
        mails.requestPasswordReset(email, anywhere());
        run(AnswerMailRequestsJob.class);
        return told(PasswordResetRequested.class).reversed().stream()
                .filter(request -> request.email().equals(email))
                .findFirst()
                .map(links::to)
                .map(AccountTest::token)
                .orElseThrow();
    }

    private static String anywhere() {
        return UUID.randomUUID().toString();
    }
}
