package vn.busticket.bookings;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Instant;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.busticket.payments.PayableId;
import vn.busticket.payments.PaymentAttempts;
import vn.busticket.seats.SeatService;

/** Lets go of what belongs to a booking, or a part of it, that is given up: links, seats, money. */
@Component
class BookingRelease {

    private static final Logger log = LoggerFactory.getLogger(BookingRelease.class);

    private final BookingRepository bookings;
    private final PaymentAttempts attempts;
    private final SeatService seats;
    private final BookingMoney money;
    private final Cancellations cancellations;
    private final ApplicationEventPublisher events;

    BookingRelease(
            BookingRepository bookings,
            PaymentAttempts attempts,
            SeatService seats,
            BookingMoney money,
            Cancellations cancellations,
            ApplicationEventPublisher events) {
        this.bookings = bookings;
        this.attempts = attempts;
        this.seats = seats;
        this.money = money;
        this.cancellations = cancellations;
        this.events = events;
    }

    /** The first thing of all, because attempts are locked before bookings. */
    void endAttempts(BookingId id) {
        attempts.giveUp(new PayableId(id.value()));
    }

    /** What goes back of a locked booking if all of it does, whatever its policy says. */
    CancellationQuote inFull(Booking booking) {
        var all = booking.travellers().stream().map(Passenger::id).collect(toUnmodifiableSet());
        return CancellationPrices.inFull(booking, all, money.received(booking));
    }

    /**
     * Cancels a locked booking, or those of its passengers that the price is for. Tells {@link
     * BookingCancelled} or {@link BookingPartlyCancelled}.
     */
    void cancel(
            Booking booking,
            CancellationQuote price,
            Actor actor,
            Map<String, String> detail,
            Instant now) {
        var id = letGo(booking, price, actor, detail, now);
        events.publishEvent(
                price.isWhole()
                        ? new BookingCancelled(booking.id(), price.refund())
                        : new BookingPartlyCancelled(
                                booking.id(), id, price.passengers(), price.refund()));
    }

    /**
     * Cancels a locked booking that its operator does not carry. Tells {@link BookingCalledOff}.
     */
    void callOff(Booking booking, Map<String, String> detail, Instant now) {
        var price = inFull(booking);
        letGo(booking, price, Actor.OPERATOR, detail, now);
        events.publishEvent(new BookingCalledOff(booking.id(), price.refund()));
    }

    private CancellationId letGo(
            Booking booking,
            CancellationQuote price,
            Actor actor,
            Map<String, String> detail,
            Instant now) {
        money.giveBack(booking, price);
        if (price.isWhole()) {
            booking.cancel(price, actor, detail, now);
            seats.takeBack(booking.holdId());
        } else {
            booking.cancelPart(price, actor, detail, now);
            seats.takeBack(booking.holdId(), price.seats());
        }
        bookings.flush();
        log.info(
                "booking cancelled booking={} whole={} by={}",
                booking.code(),
                price.isWhole(),
                actor);
        return cancellations.add(booking.id(), price, actor, now);
    }
}
