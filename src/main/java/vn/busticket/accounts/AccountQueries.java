package vn.busticket.accounts;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.shared.EmailAddress;

/** What is known about accounts, for screens and other rooms. */
@Component
@Transactional(readOnly = true)
public class AccountQueries {

    private final AccountRepository accounts;

    AccountQueries(AccountRepository accounts) {
        this.accounts = accounts;
    }

    /** One account, empty if it was erased. */
    public Optional<AccountDetails> find(AccountId id) {
        return accounts.findById(id.value()).map(Account::details);
    }

    /** Who sees and does everything, the longest in office first. */
    public List<Administrator> administrators() {
        return accounts.administrators().stream().map(Account::administrator).toList();
    }

    /** False once the account lost the role or the company with which it signed in. */
    public boolean isStillInOffice(SignedIn person) {
        return find(person.id())
                .filter(now -> now.role() == person.role())
                .filter(now -> Objects.equals(now.operatorCode(), person.operatorCode()))
                .isPresent();
    }

    /** The account of a mailbox; never tell a visitor whether there is one. */
    public Optional<AccountDetails> byEmail(EmailAddress email) {
        return accounts.findByEmail(email.value()).map(Account::details);
    }
}
