package vn.busticket.payments;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.event.EventListener;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/**
 * This room and those below it, with somebody who asked for the money. No {@code @Configuration},
 * else the tests of the whole application would find it while they look for beans.
 */
@EnableAutoConfiguration
@AutoConfigurationPackage(basePackages = "vn.busticket.accounts")
@ComponentScan({
    "vn.busticket.payments",
    "vn.busticket.cluster",
    "vn.busticket.scheduling",
    "vn.busticket.accounts"
})
class PaymentsApplication {

    @Bean
    SecurityFilterChain everythingIsOpen(HttpSecurity http) {
        return http.csrf(csrf -> csrf.disable())
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    Claimant claimant(Ledger ledger) {
        return new Claimant(ledger);
    }

    @Bean
    Book book() {
        return new Book();
    }

    /** Stands for the book of the room that asks for money: says what a test wrote into it. */
    static class Book implements PayableBook {

        final List<Standing> standings = new CopyOnWriteArrayList<>();

        @Override
        public List<Standing> begunSince(Instant since, PayableId after, int limit) {
            return standings.stream()
                    .filter(standing -> standing.payable().value() > after.value())
                    .sorted(Comparator.comparing(standing -> standing.payable().value()))
                    .limit(limit)
                    .toList();
        }
    }

    /**
     * Stands for the room that asks for money: allocates all that comes, unless told to fail or to
     * leave it where it is.
     */
    static class Claimant {

        final List<PaymentReceived> received = new CopyOnWriteArrayList<>();
        final List<AttemptClosed> closed = new CopyOnWriteArrayList<>();
        volatile boolean failing;
        volatile boolean keeping;
        private final Ledger ledger;

        Claimant(Ledger ledger) {
            this.ledger = ledger;
        }

        @EventListener
        void on(PaymentReceived event) {
            if (failing) {
                throw new IllegalStateException("the decision fails");
            }
            if (!keeping) {
                ledger.allocate(event.transaction(), event.payable(), event.amount());
            }
            received.add(event);
        }

        @EventListener
        void on(AttemptClosed event) {
            closed.add(event);
        }

        List<PaymentReceived> receivedFor(PayableId payable) {
            return received.stream().filter(event -> event.payable().equals(payable)).toList();
        }

        List<AttemptClosed> closedFor(PayableId payable) {
            return closed.stream().filter(event -> event.payable().equals(payable)).toList();
        }
    }
}
