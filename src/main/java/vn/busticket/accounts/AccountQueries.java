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

    /** Who works for a coach company, by company and name. */
    public List<OperatorEmployee> operatorStaff() {
        return accounts.operatorStaff().stream()
                .map(Account::details)
                .map(OperatorEmployee::of)
                .toList();
    }

    /**
     * False once all sessions of the account were ended, or it lost the role or the company with
     * which it signed in, or was erased.
     */
    public boolean mayStay(SignedIn person) {
        return accounts.findById(person.id().value())
                .map(Account::signedIn)
                .filter(now -> now.generation() == person.generation())
                .filter(now -> now.role() == person.role())
                .filter(now -> Objects.equals(now.operatorCode(), person.operatorCode()))
                .isPresent();
    }

    /**
     * The person of an account as a session remembers it, for who has just proved to be that
     * person.
     *
     * @throws java.util.NoSuchElementException if there is no such account
     */
    public SignedIn person(AccountId id) {
        var person = accounts.findById(id.value()).orElseThrow().signedIn();
        person.eraseCredentials();
        return person;
    }

    /**
     * The same person after a change of the account that ended all sessions, for the one session
     * which made the change: what was proved in it stays proved.
     *
     * @throws java.util.NoSuchElementException if there is no such account
     */
    public SignedIn renewed(SignedIn person) {
        return accounts.findById(person.id().value()).orElseThrow().signedIn().asProvedBy(person);
    }

    /** The account of a mailbox; never tell a visitor whether there is one. */
    public Optional<AccountDetails> byEmail(EmailAddress email) {
        return accounts.findByEmail(email.value()).map(Account::details);
    }
}
