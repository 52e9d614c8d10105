package vn.busticket.demo;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import vn.busticket.accounts.AccountQueries;
import vn.busticket.accounts.AccountService;
import vn.busticket.accounts.Registration;
import vn.busticket.shared.EmailAddress;
import vn.busticket.shared.Language;
import vn.busticket.shared.PhoneNumber;

/** Makes the demo's people, once; the administrator comes from the application's own settings. */
class DemoAccounts implements ApplicationRunner {

    private static final String OPERATOR = "SAO_DEM";

    private final AccountService accounts;
    private final AccountQueries queries;

    DemoAccounts(AccountService accounts, AccountQueries queries) {
        this.accounts = accounts;
        this.queries = queries;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var passenger = DemoPeople.PASSENGER;
        if (isMissing(passenger)) {
            accounts.register(
                    new Registration(
                            passenger.fullName(),
                            address(passenger),
                            new PhoneNumber("+84900000001"),
                            passenger.password(),
                            Language.VI));
        }
        var staff = DemoPeople.OPERATOR_STAFF;
        if (isMissing(staff)) {
            accounts.appointOperatorStaff(
                    address(staff), staff.password(), staff.fullName(), OPERATOR);
        }
    }

    private boolean isMissing(DemoPeople person) {
        return queries.byEmail(address(person)).isEmpty();
    }

    private static EmailAddress address(DemoPeople person) {
        return new EmailAddress(person.email());
    }
}
