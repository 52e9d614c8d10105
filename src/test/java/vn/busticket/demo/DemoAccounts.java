package vn.busticket.demo;

import java.time.Clock;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import vn.busticket.accounts.AccountId;
import vn.busticket.accounts.AccountQueries;
import vn.busticket.accounts.AccountService;
import vn.busticket.accounts.Administrator;
import vn.busticket.accounts.Administrators;
import vn.busticket.accounts.Registration;
import vn.busticket.accounts.SecondFactors;
import vn.busticket.shared.EmailAddress;
import vn.busticket.shared.Language;
import vn.busticket.shared.PhoneNumber;
import vn.busticket.testing.ProvedPeople;

/**
 * Makes the demo's people, once; the first administrator comes from the application's own settings.
 */
class DemoAccounts implements ApplicationRunner {

    private static final String OPERATOR = "SAO_DEM";

    private final AccountService accounts;
    private final Administrators administrators;
    private final AccountQueries queries;
    private final SecondFactors factors;
    private final ProvedPeople proved;
    private final Clock clock;

    DemoAccounts(
            AccountService accounts,
            Administrators administrators,
            AccountQueries queries,
            SecondFactors factors,
            ProvedPeople proved,
            Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
        this.factors = factors;
        this.proved = proved;
        this.administrators = administrators;
        this.queries = queries;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        register(DemoPeople.PASSENGER, "+84900000001");
        var staff = DemoPeople.OPERATOR_STAFF;
        if (isMissing(staff)) {
            accounts.appointOperatorStaff(
                    address(staff), staff.password(), staff.fullName(), OPERATOR);
        }
        appointAccountant();
        queries.administrators().stream().map(Administrator::id).forEach(this::enrolPhone);
    }

    /** By the code of the half minute before, so that the present one still signs in. */
    private void enrolPhone(AccountId administrator) {
        if (!factors.isEnrolled(administrator)) {
            var code = DemoPeople.SECRET.codeAt(clock.instant().minusSeconds(30));
            factors.enrol(queries.person(administrator), DemoPeople.SECRET, code);
        }
    }

    /** Also confirms the mailbox of who registered with an earlier demo. */
    private void register(DemoPeople person, String phone) {
        if (isMissing(person)) {
            proved.register(
                    new Registration(
                            person.fullName(),
                            address(person),
                            new PhoneNumber(phone),
                            person.password(),
                            Language.VI));
        } else {
            proved.confirm(address(person));
        }
    }

    /** Does nothing once there are two, and where the settings name no first administrator. */
    private void appointAccountant() {
        var all = queries.administrators();
        if (all.size() == 1 && isMissing(DemoPeople.ACCOUNTANT)) {
            register(DemoPeople.ACCOUNTANT, "+84900000003");
            administrators.appoint(
                    all.getFirst().id(),
                    address(DemoPeople.ACCOUNTANT),
                    "Khoản hoàn lớn cần hai người duyệt");
        }
    }

    private boolean isMissing(DemoPeople person) {
        return queries.byEmail(address(person)).isEmpty();
    }

    private static EmailAddress address(DemoPeople person) {
        return new EmailAddress(person.email());
    }
}
