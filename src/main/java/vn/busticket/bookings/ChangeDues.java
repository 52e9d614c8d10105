package vn.busticket.bookings;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.lang.CheckReturnValue;
import org.springframework.stereotype.Component;
import vn.busticket.seats.HoldExpired;
import vn.busticket.seats.SeatService;
import vn.busticket.trips.Trips;

/** How much is to be paid for the open change of a booking and until when. */
@Component
class ChangeDues {

    private final ChangeRepository changes;
    private final BookingMoney money;
    private final SeatService seats;
    private final Trips trips;
    private final BookingProperties properties;
    private final Clock clock;

    ChangeDues(
            ChangeRepository changes,
            BookingMoney money,
            SeatService seats,
            Trips trips,
            BookingProperties properties,
            Clock clock) {
        this.changes = changes;
        this.money = money;
        this.seats = seats;
        this.trips = trips;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * What is due now for the change of a locked booking.
     *
     * @throws BookingNotPayable no change of it waits for money
     */
    DueBooking asTheyAre(Booking booking) {
        var change = open(booking);
        return due(booking, change, change.time());
    }

    /**
     * What is due after the time to pay was lengthened for another try.
     *
     * @throws BookingNotPayable no change of it waits for money
     * @throws PaymentTimeOver it cannot be lengthened any more
     * @throws HoldExpired the wished seats are gone
     */
    DueBooking lengthened(Booking booking) {
        var change = open(booking);
        var now = clock.instant();
        var time = longer(booking, change, now);
        if (!time.deadline().isAfter(now)) {
            throw new PaymentTimeOver();
        }
        if (!keepSeats(change, time)) {
            throw new HoldExpired();
        }
        changes.lengthen(change.id(), time);
        booking.note(HistoryEvent.PAYMENT_RETRIED, Actor.PASSENGER, Map.of(), now);
        return due(booking, change, time);
    }

    /**
     * Keeps the wished seats until the rest is paid; the first part lengthens the time, later ones
     * do not.
     *
     * @return false if they are gone; then nothing is changed
     */
    @CheckReturnValue
    boolean waitForRest(Booking booking, BookingChange change, Instant now) {
        var time = change.isPartPaid() ? change.time() : longer(booking, change, now);
        if (!keepSeats(change, time)) {
            return false;
        }
        changes.payInPart(change.id(), time, now);
        return true;
    }

    private BookingChange open(Booking booking) {
        return changes.open(booking.id()).orElseThrow(BookingNotPayable::new);
    }

    private PaymentTime longer(Booking booking, BookingChange change, Instant now) {
        return properties.lengthened(
                change.time(), change.requestedAt(), departure(booking, change.plan()), now);
    }

    /** The sooner one of both coaches. */
    private Instant departure(Booking booking, ChangePlan plan) {
        var after =
                trips.find(plan.tripAfter())
                        .map(trip -> trip.departsAt(plan.stretch().from()))
                        .orElseGet(booking::departsAt);
        return after.isBefore(booking.departsAt()) ? after : booking.departsAt();
    }

    private boolean keepSeats(BookingChange change, PaymentTime time) {
        return change.hold().isEmpty() || seats.keepUntil(change.hold().get(), time.heldUntil());
    }

    private DueBooking due(Booking booking, BookingChange change, PaymentTime time) {
        return new DueBooking(
                booking.id(),
                booking.code(),
                change.due().minus(money.kept(booking).total()),
                time.deadline());
    }
}
