package vn.busticket.backoffice;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.busticket.accounts.AccountDetails;
import vn.busticket.accounts.AccountQueries;
import vn.busticket.accounts.Administrator;
import vn.busticket.accounts.Administrators;
import vn.busticket.accounts.SecondFactors;
import vn.busticket.shared.EmailAddress;

/** All that the page of administrators asks of the rooms below. */
@Component
class PeopleWork {

    private final AccountQueries accounts;
    private final Administrators administrators;
    private final SecondFactors factors;
    private final StaffNames staff;

    PeopleWork(
            AccountQueries accounts,
            Administrators administrators,
            SecondFactors factors,
            StaffNames staff) {
        this.accounts = accounts;
        this.administrators = administrators;
        this.factors = factors;
        this.staff = staff;
    }

    List<Administrator> all() {
        return accounts.administrators();
    }

    boolean isMe(Administrator person) {
        return person.id().equals(staff.me());
    }

    AccountDetails candidate(EmailAddress email) {
        return administrators.candidate(email);
    }

    void appoint(EmailAddress email, String reason) {
        administrators.appoint(staff.me(), email, reason);
    }

    boolean hasSecondFactor(Administrator person) {
        return factors.isEnrolled(person.id());
    }

    void resetSecondFactor(Administrator person, String reason) {
        administrators.resetSecondFactor(staff.me(), person.id(), reason);
    }

    void withdraw(Administrator person, String reason) {
        administrators.withdraw(staff.me(), person.id(), reason);
    }
}
