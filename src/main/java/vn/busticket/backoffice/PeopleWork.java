package vn.busticket.backoffice;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.busticket.accounts.AccountDetails;
import vn.busticket.accounts.AccountQueries;
import vn.busticket.accounts.Administrator;
import vn.busticket.accounts.Administrators;
import vn.busticket.accounts.OperatorEmployee;
import vn.busticket.accounts.OperatorStaff;
import vn.busticket.accounts.SecondFactors;
import vn.busticket.shared.EmailAddress;
import vn.busticket.trips.Catalogue;
import vn.busticket.trips.Operator;

/** All that the page of administrators asks of the rooms below. */
@Component
class PeopleWork {

    private final AccountQueries accounts;
    private final Administrators administrators;
    private final OperatorStaff operatorStaff;
    private final Catalogue catalogue;
    private final SecondFactors factors;
    private final StaffNames staff;

    PeopleWork(
            AccountQueries accounts,
            Administrators administrators,
            OperatorStaff operatorStaff,
            Catalogue catalogue,
            SecondFactors factors,
            StaffNames staff) {
        this.accounts = accounts;
        this.administrators = administrators;
        this.operatorStaff = operatorStaff;
        this.catalogue = catalogue;
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

    List<OperatorEmployee> employees() {
        return accounts.operatorStaff();
    }

    /** All companies, by name. */
    List<Operator> companies() {
        return catalogue.operators().stream().sorted(Comparator.comparing(Operator::name)).toList();
    }

    /** The name of a company, or its code where it is not in the catalogue any more. */
    String company(String code) {
        return catalogue.operators().stream()
                .filter(operator -> operator.code().equals(code))
                .map(Operator::name)
                .findFirst()
                .orElse(code);
    }

    void employ(EmailAddress email, Operator company, String reason) {
        operatorStaff.appoint(staff.me(), email, company.code(), reason);
    }

    void dismiss(OperatorEmployee person, String reason) {
        operatorStaff.withdraw(staff.me(), person.id(), reason);
    }
}
