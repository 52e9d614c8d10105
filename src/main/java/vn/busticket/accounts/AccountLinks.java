package vn.busticket.accounts;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.busticket.shared.EmailAddress;

/**
 * The links in mails about accounts. Each follows from the values of its event and LINK_SECRET, so
 * that no secret has to be stored: whoever keeps the event can make the link again.
 */
@Component
public class AccountLinks {

    private static final String VERIFY = "verify-email";
    private static final String RESET = "reset-password";

    private final SignedLinks links;

    AccountLinks(SignedLinks links) {
        this.links = links;
    }

    /** The path that proves the mailbox, to be put behind the public address. */
    public String to(EmailVerificationRequested request) {
        return path(VERIFY, request.account(), request.email().value(), request.expiresAt());
    }

    /** The path that sets another password, to be put behind the public address. */
    public String to(PasswordResetRequested request) {
        var generation = Integer.toString(request.generation());
        return path(RESET, request.account(), generation, request.expiresAt());
    }

    Optional<Mailbox> readVerification(String token) {
        return links.verify(VERIFY, token)
                .map(subject -> subject.split(" ", 2))
                .map(parts -> new Mailbox(account(parts[0]), new EmailAddress(parts[1])));
    }

    Optional<Reset> readReset(String token) {
        return links.verify(RESET, token)
                .map(subject -> subject.split(" ", 2))
                .map(parts -> new Reset(account(parts[0]), Integer.parseInt(parts[1])));
    }

    private String path(String purpose, AccountId account, String what, Instant expires) {
        return "/" + purpose + "/" + links.sign(purpose, account.value() + " " + what, expires);
    }

    private static AccountId account(String number) {
        return new AccountId(Long.parseLong(number));
    }

    /** Which mailbox a link proves, and for whom. */
    record Mailbox(AccountId account, EmailAddress email) {}

    /** Whose password a link sets, while the account's generation is still this one. */
    record Reset(AccountId account, int generation) {}
}
