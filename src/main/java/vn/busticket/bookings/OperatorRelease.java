package vn.busticket.bookings;

import java.time.Instant;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.busticket.payments.PayableId;
import vn.busticket.payments.PaymentAttempts;
import vn.busticket.seats.SeatService;

/**
 * Cancels bookings because their operator does not carry them: all that was paid goes back, however
 * near the departure is and whatever the fare allows.
 */
@Component
class OperatorRelease {

    private static final Logger log = LoggerFactory.getLogger(OperatorRelease.class);

    private final BookingRepository bookings;
    private final PaymentAttempts attempts;
    private final SeatService seats;
    private final BookingMoney money;
    private final ApplicationEventPublisher events;

    OperatorRelease(
            BookingRepository bookings,
            PaymentAttempts attempts,
            SeatService seats,
            BookingMoney money,
            ApplicationEventPublisher events) {
        this.bookings = bookings;
        this.attempts = attempts;
        this.seats = seats;
        this.money = money;
        this.events = events;
    }

    /** The first thing of all, because attempts are locked before bookings. */
    void endAttempts(BookingId id) {
        attempts.giveUp(new PayableId(id.value()));
    }

    /**
     * Cancels one booking and tells {@link BookingCalledOff}; nothing if it has ended by itself.
     *
     * @param reason in the words of the staff
     */
    void cancel(BookingId id, LossCause cause, String reason, Instant now) {
        var booking = bookings.lock(id.value()).orElseThrow(BookingNotFound::new);
        if (!booking.state().canBecome(BookingState.CANCELLED)) {
            return;
        }
        var refund = money.giveAllBack(booking);
        booking.cancel(
                Actor.OPERATOR,
                Map.of(
                        LossCause.DETAIL,
                        cause.name(),
                        "reason",
                        reason,
                        "amountVnd",
                        Long.toString(refund.dong())),
                now);
        seats.takeBack(booking.holdId());
        bookings.flush();
        events.publishEvent(new BookingCalledOff(id, refund));
        log.info("booking called off booking={} cause={}", booking.code(), cause);
    }
}
