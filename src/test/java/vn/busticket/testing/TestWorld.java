package vn.busticket.testing;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.test.context.DynamicPropertyRegistrar;
import vn.busticket.accounts.AccountLinks;
import vn.busticket.accounts.AccountQueries;
import vn.busticket.accounts.AccountService;
import vn.busticket.accounts.Administrators;
import vn.busticket.accounts.EmailVerification;
import vn.busticket.accounts.SecondFactors;

/** The world around the application in tests. */
@TestConfiguration(proxyBeanMethods = false)
public class TestWorld {

    @Bean
    JdbcConnectionDetails testDatabase() {
        return TestDatabase.createCounted();
    }

    @Bean
    DynamicPropertyRegistrar mailServer() {
        return properties -> {
            properties.add("busticket.email.smtp-port", MailServer::port);
            properties.add("busticket.bounces.imap-url", MailServer::bounceMailbox);
        };
    }

    @Bean
    SettableClock clock() {
        return new SettableClock();
    }

    /** Only where a test asks, because not every application under test has accounts. */
    @Bean
    @Lazy
    ProvedPeople provedPeople(
            AccountService accounts,
            AccountQueries queries,
            EmailVerification verification,
            AccountLinks links,
            SettableClock clock) {
        return new ProvedPeople(accounts, queries, verification, links, clock);
    }

    /** Only where a test asks. */
    @Bean
    @Lazy
    StaffPeople staffPeople(
            AccountService accounts,
            AccountQueries queries,
            Administrators administrators,
            SecondFactors factors,
            ProvedPeople proved) {
        return new StaffPeople(accounts, queries, administrators, factors, proved);
    }
}
