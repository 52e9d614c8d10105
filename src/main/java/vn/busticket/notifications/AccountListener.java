package vn.busticket.notifications;

import java.time.Clock;
import java.time.Instant;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.busticket.accounts.AccountErased;
import vn.busticket.accounts.EmailChanged;
import vn.busticket.accounts.EmailVerificationRequested;
import vn.busticket.accounts.PasswordChanged;
import vn.busticket.accounts.PasswordResetRequested;
import vn.busticket.accounts.RegistrationRepeated;
import vn.busticket.accounts.SecondFactorChanged;
import vn.busticket.scheduling.JobWaker;

/**
 * Queues what the owner of a mailbox must be told about an account, in the transaction that causes
 * it; then wakes the sender.
 */
@Component
class AccountListener {

    private final AccountOutbox outbox;
    private final JobWaker waker;
    private final Clock clock;

    AccountListener(AccountOutbox outbox, JobWaker waker, Clock clock) {
        this.outbox = outbox;
        this.waker = waker;
        this.clock = clock;
    }

    @EventListener
    void on(EmailVerificationRequested asked) {
        var cause = new AccountCause(asked.account(), asked.email(), null, asked.expiresAt());
        queue(NotificationKind.EMAIL_VERIFICATION, cause, asked.expiresAt());
    }

    @EventListener
    void on(PasswordResetRequested asked) {
        var cause =
                new AccountCause(
                        asked.account(), asked.email(), asked.generation(), asked.expiresAt());
        queue(NotificationKind.PASSWORD_RESET, cause, asked.expiresAt());
    }

    @EventListener
    void on(PasswordChanged changed) {
        queue(
                NotificationKind.PASSWORD_CHANGED,
                AccountCause.of(changed.account(), changed.email()),
                changed.at());
    }

    @EventListener
    void on(SecondFactorChanged changed) {
        queue(
                switch (changed.what()) {
                    case ENROLLED -> NotificationKind.SECOND_FACTOR_ENROLLED;
                    case RECOVERY_CODE_USED -> NotificationKind.RECOVERY_CODE_USED;
                    case RESET -> NotificationKind.SECOND_FACTOR_RESET;
                },
                AccountCause.of(changed.account(), changed.email()),
                changed.at());
    }

    @EventListener
    void on(EmailChanged changed) {
        queue(
                NotificationKind.EMAIL_CHANGED,
                AccountCause.of(changed.account(), changed.before()),
                clock.instant());
    }

    @EventListener
    void on(RegistrationRepeated repeated) {
        queue(
                NotificationKind.REGISTRATION_REPEATED,
                AccountCause.of(repeated.account(), repeated.email()),
                repeated.at());
    }

    @EventListener
    void on(AccountErased erased) {
        queue(
                NotificationKind.ACCOUNT_ERASED,
                AccountCause.of(erased.account(), erased.email()),
                erased.at());
    }

    @TransactionalEventListener({
        EmailVerificationRequested.class,
        PasswordResetRequested.class,
        PasswordChanged.class,
        SecondFactorChanged.class,
        EmailChanged.class,
        RegistrationRepeated.class,
        AccountErased.class
    })
    void wakeAfter() {
        waker.wake(SendNotificationsJob.class);
    }

    private void queue(NotificationKind kind, AccountCause cause, Instant time) {
        outbox.queue(kind, cause, time, clock.instant());
    }
}
