package vn.busticket.accounts;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsPasswordService;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.shared.EmailAddress;

/** Finds the account of somebody who signs in, and renews hashes that have become weak. */
@Component
@Transactional
class AccountSignIn implements UserDetailsService, UserDetailsPasswordService {

    private final AccountRepository accounts;

    AccountSignIn(AccountRepository accounts) {
        this.accounts = accounts;
    }

    @Override
    @Transactional(readOnly = true)
    public UserDetails loadUserByUsername(String typedEmail) {
        return accounts.findByEmail(EmailAddress.normalized(typedEmail))
                .map(Account::signedIn)
                .orElseThrow(() -> new UsernameNotFoundException("No such account"));
    }

    @Override
    public UserDetails updatePassword(UserDetails user, @Nullable String newHash) {
        var account = accounts.findByEmail(user.getUsername()).orElseThrow();
        if (newHash != null) {
            account.strengthenHash(newHash);
        }
        return account.signedIn();
    }
}
