package vn.busticket.bookings;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.busticket.payments.PayableId;
import vn.busticket.payments.PaymentAttempts;
import vn.busticket.seats.SeatService;

/** Lets go of everything that belongs to a booking which is given up: links, seats, money. */
@Component
class BookingRelease {

    private static final Logger log = LoggerFactory.getLogger(BookingRelease.class);

    private final BookingRepository bookings;
    private final PaymentAttempts attempts;
    private final SeatService seats;
    private final BookingMoney money;
    private final ApplicationEventPublisher events;

    BookingRelease(
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

    /** Cancels a locked booking and tells {@link BookingCancelled}. */
    void cancel(Booking booking, Actor actor, Map<String, String> detail, Instant now) {
        var refund = money.giveAllBack(booking);
        var told = new HashMap<>(detail);
        told.put("amountVnd", Long.toString(refund.dong()));
        booking.cancel(actor, told, now);
        seats.takeBack(booking.holdId());
        bookings.flush();
        events.publishEvent(new BookingCancelled(booking.id(), refund));
        log.info("booking cancelled booking={} by={}", booking.code(), actor);
    }
}
