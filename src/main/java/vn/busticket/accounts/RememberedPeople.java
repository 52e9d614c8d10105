package vn.busticket.accounts;

import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.shared.EmailAddress;

/** Whom a browser remembers, with a proof that ends when all sessions of the account do. */
@Component
@Transactional(readOnly = true)
public class RememberedPeople {

    private final AccountRepository accounts;

    RememberedPeople(AccountRepository accounts) {
        this.accounts = accounts;
    }

    /**
     * The person of a remembered mailbox; the password is what the remembered sign-in is proved by.
     *
     * @throws UsernameNotFoundException if there is no such account
     */
    public UserDetails byEmail(String email) {
        return accounts.findByEmail(EmailAddress.normalized(email))
                .map(Account::remembered)
                .orElseThrow(() -> new UsernameNotFoundException("No such account"));
    }
}
