package vn.busticket.accounts;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.busticket.scheduling.JobWaker;
import vn.busticket.shared.EmailAddress;
import vn.busticket.shared.SqlTime;

/**
 * Takes down what strangers want to be mailed. The answer and its time are the same for known and
 * unknown mailboxes, because nothing is looked up: {@link AnswerMailRequestsJob} does that a moment
 * later. Counts tries first, so it does not belong inside a transaction.
 */
@Service
public class MailRequests {

    private final SignIn signIn;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final JobWaker waker;
    private final Clock clock;

    MailRequests(
            SignIn signIn,
            JdbcClient database,
            TransactionTemplate transaction,
            JobWaker waker,
            Clock clock) {
        this.signIn = signIn;
        this.database = database;
        this.transaction = transaction;
        this.waker = waker;
        this.clock = clock;
    }

    /**
     * A link to set another password, for whoever has an account with this mailbox.
     *
     * @param addressKey fingerprint of the client's address
     * @throws TooManyAttempts if that is one too many for now
     */
    public void requestPasswordReset(EmailAddress email, String addressKey) {
        take(MailRequestKind.PASSWORD_RESET, email, addressKey);
    }

    /**
     * The link that proves the mailbox, for whoever registered with it and did not yet.
     *
     * @param addressKey fingerprint of the client's address
     * @throws TooManyAttempts if that is one too many for now
     */
    public void requestVerification(EmailAddress email, String addressKey) {
        take(MailRequestKind.EMAIL_VERIFICATION, email, addressKey);
    }

    private void take(MailRequestKind kind, EmailAddress email, String addressKey) {
        signIn.countMailRequest(email, addressKey);
        transaction.executeWithoutResult(status -> store(kind, email));
        waker.wake(AnswerMailRequestsJob.class);
    }

    private void store(MailRequestKind kind, EmailAddress email) {
        database.sql(
                        """
                        insert into account_mail_request (kind, email, requested_at)
                        values (:kind, :email, :now)
                        """)
                .param("kind", kind.name())
                .param("email", email.value())
                .param("now", SqlTime.of(clock.instant()))
                .update();
    }
}
