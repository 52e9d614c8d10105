package vn.busticket.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import vn.busticket.accounts.AccountQueries;
import vn.busticket.accounts.AccountService;
import vn.busticket.accounts.Administrators;
import vn.busticket.accounts.SecondFactors;
import vn.busticket.testing.ApplicationTest;
import vn.busticket.testing.ProvedPeople;
import vn.busticket.testing.StaffPeople;

/** Who signs in to the demo can do so at once. */
class DemoAccountsTest extends ApplicationTest {

    @Autowired private AccountService accounts;
    @Autowired private Administrators administrators;
    @Autowired private AccountQueries queries;
    @Autowired private SecondFactors factors;
    @Autowired private ProvedPeople proved;
    @Autowired private StaffPeople people;

    @Test
    void anAdministratorOfTheDemoSignsInWithTheCodeOfThisMoment() {
        var administrator = people.administrator().id();
        var demo = new DemoAccounts(accounts, administrators, queries, factors, proved, clock);
        for (int i = 0; i < 2; i++) {
            demo.run(new DefaultApplicationArguments());
        }

        var code = DemoPeople.SECRET.codeAt(clock.instant());
        assertThat(factors.prove(queries.person(administrator), code).isComplete()).isTrue();
    }
}
