package vn.busticket.demo;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import vn.busticket.accounts.AccountQueries;
import vn.busticket.accounts.AccountService;

/** Tells the person at the terminal what to open once everything runs. */
@TestConfiguration(proxyBeanMethods = false)
class DemoConfiguration {

    @Bean
    DemoAccounts demoAccounts(AccountService accounts, AccountQueries queries) {
        return new DemoAccounts(accounts, queries);
    }

    @EventListener(ApplicationReadyEvent.class)
    void sayWhatToOpen() {
        var settings = DemoSettings.fromEnvironment();
        System.out.printf(
                """

                BusTicket runs, with demo data; nothing here is real and no message leaves this machine.

                  Shop            %s
                  Mail catcher    %s
                  PayOS sandbox   %s
                  Health, metrics http://localhost:%d/actuator

                  Sign in as      %-26s (passenger)
                                  %-26s (operator staff, Sao Đêm)
                                  %-26s (administrator)
                  Password        %s

                """,
                settings.applicationAddress(),
                settings.mailAddress(),
                settings.sandboxAddress(),
                settings.managementPort(),
                DemoPeople.PASSENGER.email(),
                DemoPeople.OPERATOR_STAFF.email(),
                DemoPeople.ADMINISTRATOR.email(),
                DemoPeople.ADMINISTRATOR.password());
    }
}
