package vn.busticket.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.busticket.testing.WaitingBookings;

/**
 * The machines of two processes show the wrong time, one minutes too late and one minutes too
 * early; the database's time counts.
 */
@ExtendWith(FaultReport.class)
@Tag("faults")
@Tag("P10.4")
@Tag("P4.2")
class ClockFaultsStory {

    private static final int BOOKINGS = 40;
    private static final Duration WRONG_BY = Duration.ofMinutes(5);
    private static final Duration LEFT = WRONG_BY.minusSeconds(30);
    private static final Duration LOAD = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void oneClockIsFiveMinutesFastAndTheOtherFiveMinutesSlow() throws Exception {
        try (var site =
                FaultSite.open(
                        List.of(
                                WrongClock.ahead(WRONG_BY),
                                WrongClock.ahead(WRONG_BY.negated())))) {
            var now = Clock.systemUTC().instant();
            var made = new WaitingBookings(site.database());
            made.unpaid(BOOKINGS, now.minus(WaitingBookings.TIME_TO_PAY).minusSeconds(10));
            site.orders(BOOKINGS, now.plus(LEFT).minus(WaitingBookings.TIME_TO_PAY));
            for (var node = 0; node < 2; node++) {
                site.callFromNowOn(node);
                site.pay(site.orders(BOOKINGS), LOAD).get();
            }
            Mailbox.waitUntil(() -> site.times("EXPIRED") == BOOKINGS, PATIENCE);
            Mailbox.waitUntil(() -> neverAskedAbout(site) == 0, PATIENCE);
            site.assertEveryPaymentBoughtItsSeat();
            assertThat(site.times("EXPIRED")).isEqualTo(BOOKINGS);
            assertThat(Clock.systemUTC().instant())
                    .as("looked at before the time to pay of the others ends")
                    .isBefore(now.plus(LEFT));
        }
    }

    private static long neverAskedAbout(FaultSite site) {
        return site.database()
                .sql("select count(*) from payment_attempt where state = 'OPEN' and checks = 0")
                .query(Long.class)
                .single();
    }
}
