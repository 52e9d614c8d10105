package vn.busticket.bookings;

import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Cancels bookings because their operator does not carry them: all that was paid goes back, however
 * near the departure is and whatever the fare allows.
 */
@Component
class OperatorRelease {

    private final BookingRepository bookings;
    private final BookingRelease release;

    OperatorRelease(BookingRepository bookings, BookingRelease release) {
        this.bookings = bookings;
        this.release = release;
    }

    /** The first thing of all, because attempts are locked before bookings. */
    void endAttempts(BookingId id) {
        release.endAttempts(id);
    }

    /** A booking with its attempts to pay ended, which nobody else may change. */
    Booking take(BookingId id) {
        endAttempts(id);
        return bookings.lock(id.value()).orElseThrow(BookingNotFound::new);
    }

    /**
     * Cancels one booking and tells {@link BookingCalledOff}; nothing if it has ended by itself.
     *
     * @param reason in the words of the staff
     */
    void cancel(BookingId id, LossCause cause, String reason, Instant now) {
        var booking = bookings.lock(id.value()).orElseThrow(BookingNotFound::new);
        if (booking.state().canBecome(BookingState.CANCELLED)) {
            release.callOff(booking, Map.of(LossCause.DETAIL, cause.name(), "reason", reason), now);
        }
    }
}
