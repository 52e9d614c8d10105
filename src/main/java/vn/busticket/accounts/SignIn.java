package vn.busticket.accounts;

import java.time.Duration;
import org.springframework.stereotype.Component;
import vn.busticket.cluster.SharedLimits;
import vn.busticket.shared.EmailAddress;

/**
 * How often somebody may try: counted before anything is looked up, so that the answer is the same
 * for known and unknown mailboxes.
 */
@Component
public class SignIn {

    /** Tries at one account from one address: enough for a forgetful person. */
    private static final int PER_ACCOUNT_AND_ADDRESS = 10;

    /** Tries at one account from everywhere: slows down a guess that is spread over addresses. */
    private static final int PER_ACCOUNT = 50;

    /** Tries from one address at all accounts: whole offices share one. */
    private static final int PER_ADDRESS = 100;

    private static final int REGISTRATIONS_PER_ADDRESS = 20;

    /** Mails to one mailbox that anybody can cause: more would be a nuisance. */
    private static final int MAILS_PER_ACCOUNT = 5;

    private static final int MAILS_PER_ADDRESS = 30;

    /** Codes of a second factor in a day: a guess hits one of a third of a million. */
    private static final int CODES_PER_DAY = 60;

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration PERIOD = Duration.ofMinutes(15);
    private static final Duration LONG_PERIOD = Duration.ofHours(1);

    private final SharedLimits limits;
    private final SignedLinks links;

    SignIn(SharedLimits limits, SignedLinks links) {
        this.limits = limits;
        this.links = links;
    }

    /**
     * Counts one try to sign in.
     *
     * @param typedEmail as typed, known or not
     * @param addressKey fingerprint of the client's address
     * @return false if that is one too many for now
     */
    public boolean mayTry(String typedEmail, String addressKey) {
        var account = links.fingerprint("account", EmailAddress.normalized(typedEmail));
        return limits.tryAcquire("sign-in-address", addressKey, PER_ADDRESS, PERIOD)
                && limits.tryAcquire(
                        "sign-in-account-address",
                        account + "@" + addressKey,
                        PER_ACCOUNT_AND_ADDRESS,
                        PERIOD)
                && limits.tryAcquire("sign-in-account", account, PER_ACCOUNT, LONG_PERIOD);
    }

    /**
     * Counts one try to confirm a mailbox by its link and the password.
     *
     * @param addressKey fingerprint of the client's address
     * @throws TooManyAttempts if that is one too many for now
     */
    public void countLinkPassword(EmailAddress email, String addressKey) {
        if (!mayTry(email.value(), addressKey)) {
            throw new TooManyAttempts();
        }
    }

    /**
     * Counts one try to register.
     *
     * @param email known or not
     * @param addressKey fingerprint of the client's address
     * @throws TooManyAttempts if that is one too many for now
     */
    public void countRegistration(EmailAddress email, String addressKey) {
        demand("register", addressKey, REGISTRATIONS_PER_ADDRESS);
        demand("register-account", nameOf(email), MAILS_PER_ACCOUNT);
    }

    /**
     * Counts one mail that somebody asks for without being signed in.
     *
     * @param email known or not
     * @param addressKey fingerprint of the client's address
     * @throws TooManyAttempts if that is one too many for now
     */
    public void countMailRequest(EmailAddress email, String addressKey) {
        demand("mail-address", addressKey, MAILS_PER_ADDRESS);
        demand("mail-account", nameOf(email), MAILS_PER_ACCOUNT);
    }

    /**
     * Counts one try to prove the current password.
     *
     * @throws TooManyAttempts if that is one too many for now
     */
    public void countPasswordChange(AccountId account) {
        var key = Long.toString(account.value());
        if (!limits.tryAcquire("password-change", key, PER_ACCOUNT_AND_ADDRESS, PERIOD)) {
            throw new TooManyAttempts();
        }
    }

    /**
     * Counts one try to prove the second factor.
     *
     * @throws TooManyAttempts if that is one too many for now
     */
    public void countSecondFactor(AccountId account) {
        var key = Long.toString(account.value());
        if (!limits.tryAcquire("second-factor", key, PER_ACCOUNT_AND_ADDRESS, PERIOD)
                || !limits.tryAcquire("second-factor-day", key, CODES_PER_DAY, DAY)) {
            throw new TooManyAttempts();
        }
    }

    private void demand(String limit, String key, int perHour) {
        if (!limits.tryAcquire(limit, key, perHour, LONG_PERIOD)) {
            throw new TooManyAttempts();
        }
    }

    private String nameOf(EmailAddress email) {
        return links.fingerprint("account", email.value());
    }
}
