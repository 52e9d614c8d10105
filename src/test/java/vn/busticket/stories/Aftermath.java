package vn.busticket.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import vn.busticket.testing.Invariants;

/** What an installation looks like once a fault is over and all queues are drained. */
final class Aftermath {

    private static final Duration LONGEST_RECOVERY = Duration.ofSeconds(150);

    private final Surroundings surroundings;

    Aftermath(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Waits until all is at rest, then looks at every row. */
    void assertEveryPaymentBoughtItsSeat() throws InterruptedException {
        Mailbox.waitUntil(() -> confirmed() == paid(), LONGEST_RECOVERY);
        assertThat(confirmed()).isEqualTo(paid()).isPositive();
        assertThat(one("select count(*) from bank_transaction where settled_at is null")).isZero();
        assertThat(
                        one(
                                "select count(*) from booking_history where event in ('CONFIRMED', 'CONFIRMED_LATE')"))
                .isEqualTo(paid());
        assertThat(one("select count(*) from ticket")).isEqualTo(paid());
        assertThat(
                        one(
                                "select count(*) from notification where kind in ('CONFIRMATION', 'RECEIPT')"))
                .isEqualTo(2 * paid());
        assertInvariants();
    }

    /** No row breaks one. */
    void assertInvariants() {
        Invariants.checkAtRest(surroundings.database(), Clock.systemUTC().instant());
    }

    /** Waits until every message has left. */
    void awaitMessages() throws InterruptedException {
        Mailbox.waitUntil(() -> unsent() == 0, LONGEST_RECOVERY);
        assertThat(unsent()).as("messages that wait").isZero();
    }

    /** How many payments have been made in full at the gateway. */
    long paid() {
        return surroundings.payos().links().stream().filter(link -> link.amountPaid() > 0).count();
    }

    private long unsent() {
        return one("select count(*) from notification where state = 'QUEUED'");
    }

    private long confirmed() {
        return one("select count(*) from booking where state = 'CONFIRMED'");
    }

    private long one(String sql) {
        return surroundings.database().sql(sql).query(Long.class).single();
    }
}
