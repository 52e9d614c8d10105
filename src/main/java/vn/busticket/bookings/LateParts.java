package vn.busticket.bookings;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.bookings.MoneyOutcome.Outcome;

/**
 * Sends back what was kept of expired bookings when the rest of the price did not come. By then the
 * gateway was asked twice about each attempt that had ended.
 */
@Component
class LateParts {

    private static final Duration PATIENCE = Duration.ofHours(2);

    private final BookingRepository bookings;
    private final BookingSweeps sweeps;
    private final BookingMoney money;
    private final Clock clock;

    LateParts(BookingRepository bookings, BookingSweeps sweeps, BookingMoney money, Clock clock) {
        this.bookings = bookings;
        this.sweeps = sweeps;
        this.money = money;
        this.clock = clock;
    }

    /** The bookings whose rest is not waited for any more. */
    List<BookingId> overdue(int most) {
        var now = clock.instant();
        return sweeps.keepingMoney(now.minus(PATIENCE), most, now);
    }

    /** Sends back what is kept for one of them; nothing if the rest came in the last moment. */
    @Transactional
    void giveBack(BookingId id) {
        var booking = bookings.lock(id.value()).orElseThrow(BookingNotFound::new);
        if (booking.keepsMoney()) {
            money.giveBack(
                    booking, money.kept(booking), Outcome.REFUND_REST_NEVER_CAME, clock.instant());
        }
    }
}
