package vn.busticket.bookings;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.accounts.AccountId;
import vn.busticket.accounts.AuditLog;
import vn.busticket.shared.Vnd;

/**
 * Cancels whole bookings before the coach leaves; everything that was paid goes back. Who may do so
 * asks {@link BookingAccess} first.
 */
@Service
public class Cancellation {

    private final BookingRepository bookings;
    private final BookingMoney money;
    private final BookingRelease release;
    private final AuditLog audit;
    private final Clock clock;

    Cancellation(
            BookingRepository bookings,
            BookingMoney money,
            BookingRelease release,
            AuditLog audit,
            Clock clock) {
        this.bookings = bookings;
        this.money = money;
        this.release = release;
        this.audit = audit;
        this.clock = clock;
    }

    /** True if a booking could be cancelled at this moment; {@link #quote} says at what price. */
    public boolean isPossible(BookingDetails booking) {
        return isCancellable(booking.state()) && booking.departsAt().isAfter(clock.instant());
    }

    /**
     * What cancelling would cost now, before anybody decides.
     *
     * @throws BookingNotFound there is no such booking
     * @throws BookingNotCancellable it has expired, is cancelled already, or the travel is over
     * @throws CancellationTooLate the coach has left
     */
    @Transactional(readOnly = true)
    public CancellationQuote quote(BookingId id) {
        var booking = bookings.findById(id.value()).orElseThrow(BookingNotFound::new);
        requireCancellable(booking, clock.instant());
        var paid = money.paid(booking).plus(money.kept(booking).total());
        return new CancellationQuote(paid, Vnd.ZERO, paid);
    }

    /**
     * Cancels at the passenger's wish; the seats are free at once, the money is due for refund.
     * Tells {@link BookingCancelled}. May be repeated.
     *
     * @param reason in the passenger's words, perhaps empty
     * @throws BookingNotFound there is no such booking
     * @throws BookingNotCancellable it has expired, or the travel is over
     * @throws CancellationTooLate the coach has left
     */
    @Transactional
    public void cancelByPassenger(BookingId id, String reason) {
        cancel(id, Actor.PASSENGER, Map.of("reason", reason));
    }

    /**
     * The same by staff; stands in the audit log besides.
     *
     * @param staff who does it
     * @param reason why, never empty
     * @throws BookingNotFound there is no such booking
     * @throws BookingNotCancellable it has expired, or the travel is over
     * @throws CancellationTooLate the coach has left
     */
    @Transactional
    public void cancelByStaff(BookingId id, AccountId staff, String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("Staff give a reason for cancelling");
        }
        var detail = Map.of("reason", reason, "account", Long.toString(staff.value()));
        if (cancel(id, Actor.STAFF, detail)) {
            audit.record(
                    staff, "booking.cancelled-by-staff", "booking " + id.value(), reason, Map.of());
        }
    }

    private boolean cancel(BookingId id, Actor actor, Map<String, String> detail) {
        release.endAttempts(id);
        var booking = bookings.lock(id.value()).orElseThrow(BookingNotFound::new);
        if (booking.state() == BookingState.CANCELLED) {
            return false;
        }
        var now = clock.instant();
        requireCancellable(booking, now);
        release.cancel(booking, actor, detail, now);
        return true;
    }

    private static void requireCancellable(Booking booking, Instant now) {
        if (!isCancellable(booking.state())) {
            throw new BookingNotCancellable();
        }
        if (!booking.departsAt().isAfter(now)) {
            throw new CancellationTooLate();
        }
    }

    private static boolean isCancellable(BookingState state) {
        return switch (state) {
            case AWAITING_PAYMENT, CONFIRMED -> true;
            case EXPIRED, CANCELLED, COMPLETED -> false;
        };
    }
}
