package vn.busticket.accounts;

import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import vn.busticket.shared.EmailAddress;

/** Accepts, hashes and compares passwords. */
@Component
class Passwords {

    private final PasswordRules rules;
    private final PasswordEncoder hashes;

    Passwords(PasswordRules rules, PasswordEncoder hashes) {
        this.rules = rules;
        this.hashes = hashes;
    }

    /**
     * The hash of a password that may be used with this mailbox; takes a quarter of a second.
     *
     * @throws PasswordRefused for a password that is easily guessed
     */
    String accept(String password, EmailAddress email) {
        rules.check(password, email);
        var hash = hashes.encode(password);
        if (hash == null) {
            throw new IllegalStateException("The password encoder made no hash");
        }
        return hash;
    }

    /**
     * @throws WrongPassword if the password is not the account's
     */
    void demand(String password, Account account) {
        if (!hashes.matches(password, account.passwordHash())) {
            throw new WrongPassword();
        }
    }
}
