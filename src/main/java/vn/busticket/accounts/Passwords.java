package vn.busticket.accounts;

import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import vn.busticket.shared.EmailAddress;
import vn.busticket.shared.OpaqueToken;

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
        return hash(password);
    }

    /** The hash of a password that nobody knows. */
    String unknown() {
        return hash(OpaqueToken.random());
    }

    /**
     * @throws WrongPassword if the password is not the account's
     */
    void demand(String password, Account account) {
        if (!hashes.matches(password, account.passwordHash())) {
            throw new WrongPassword();
        }
    }

    private String hash(String password) {
        var hash = hashes.encode(password);
        if (hash == null) {
            throw new IllegalStateException("The password encoder made no hash");
        }
        return hash;
    }
}
