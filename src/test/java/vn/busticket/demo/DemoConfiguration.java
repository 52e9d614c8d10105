package vn.busticket.demo;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.busticket.accounts.AccountDetails;
import vn.busticket.accounts.AccountLinks;
import vn.busticket.accounts.AccountQueries;
import vn.busticket.accounts.AccountService;
import vn.busticket.accounts.Administrators;
import vn.busticket.accounts.EmailVerification;
import vn.busticket.accounts.SecondFactors;
import vn.busticket.bookings.Cancellation;
import vn.busticket.bookings.Checkout;
import vn.busticket.bookings.PaymentStart;
import vn.busticket.payments.PaymentQueries;
import vn.busticket.payments.RefundDesk;
import vn.busticket.payments.RefundQueries;
import vn.busticket.payments.RefundService;
import vn.busticket.sandbox.PayosSandbox;
import vn.busticket.seats.SeatService;
import vn.busticket.shared.EmailAddress;
import vn.busticket.testing.ProvedPeople;
import vn.busticket.trips.Trips;

/** Tells the person at the terminal what to open once everything runs. */
@TestConfiguration(proxyBeanMethods = false)
class DemoConfiguration {

    private static final int LINES_WITH_HISTORY = 60;

    @Bean
    DemoAccounts demoAccounts(
            AccountService accounts,
            Administrators administrators,
            AccountQueries queries,
            SecondFactors factors,
            ProvedPeople proved,
            Clock clock) {
        return new DemoAccounts(accounts, administrators, queries, factors, proved, clock);
    }

    @Bean
    ProvedPeople provedPeople(
            AccountService accounts,
            AccountQueries queries,
            EmailVerification verification,
            AccountLinks links,
            Clock clock) {
        return new ProvedPeople(accounts, queries, verification, links, clock);
    }

    @Bean
    PayosSandbox payosSandbox() {
        return LocalApplication.sandbox();
    }

    @Bean
    DemoBookings demoBookings(
            JdbcClient database,
            Trips trips,
            SeatService seats,
            Checkout checkout,
            PaymentStart payments,
            PaymentQueries attempts) {
        return new DemoBookings(database, trips, seats, checkout, payments, attempts);
    }

    @Bean
    DemoHistory demoHistory(DataSource dataSource, Clock clock) {
        return new DemoHistory(dataSource, clock);
    }

    @Bean
    DemoOddPayments demoOddPayments(
            DemoBookings bookings,
            Cancellation cancellation,
            RefundQueries refunds,
            RefundService refundService,
            RefundDesk refundDesk,
            AccountQueries accounts) {
        return new DemoOddPayments(
                bookings, cancellation, refunds, refundService, refundDesk, accounts);
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> demoBuyers(
            DemoBookings bookings,
            DemoOddPayments oddPayments,
            DemoHistory history,
            PayosSandbox sandbox,
            AccountQueries accounts) {
        return ready ->
                Thread.startVirtualThread(() -> {
                    history.make(LINES_WITH_HISTORY);
                    var passenger =
                            accounts.byEmail(new EmailAddress(DemoPeople.PASSENGER.email()));
                    if (bookings.fillSomeCoaches(sandbox, passenger.map(AccountDetails::id))) {
                        oddPayments.make(sandbox);
                    }
                });
    }

    @EventListener(ApplicationReadyEvent.class)
    void sayWhatToOpen() {
        var settings = DemoSettings.fromEnvironment();
        System.out.printf(
                """

                BusTicket runs, with demo data; nothing here is real and no message leaves this machine.

                  Shop            %s
                  Mail catcher    %s
                  SMS catcher     %s
                  PayOS sandbox   %s
                  Health, metrics http://localhost:%d/actuator

                  Sign in as      %-26s (passenger)
                                  %-26s (operator staff, Sao Đêm)
                                  %-26s (administrator)
                                  %-26s (administrator, accounts)
                  Password        %s
                  Administrators  also need a code: %s shows it, or enrol the secret
                                  %s in your app

                """,
                settings.applicationAddress(),
                settings.mailAddress(),
                settings.smsAddress(),
                settings.sandboxAddress(),
                settings.managementPort(),
                DemoPeople.PASSENGER.email(),
                DemoPeople.OPERATOR_STAFF.email(),
                DemoPeople.ADMINISTRATOR.email(),
                DemoPeople.ACCOUNTANT.email(),
                DemoPeople.ADMINISTRATOR.password(),
                settings.smsAddress(),
                DemoPeople.SECRET.spaced());
    }
}
