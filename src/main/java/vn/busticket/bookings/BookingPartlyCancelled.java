package vn.busticket.bookings;

import java.util.Set;
import vn.busticket.shared.Vnd;

/**
 * Some passengers of a booking do not travel any more and their seats are free, others still
 * travel; told in the transaction that cancels them.
 *
 * @param booking which one
 * @param cancellation names this cancellation among those of the booking
 * @param passengers who does not travel any more
 * @param refund what goes back, perhaps zero
 */
public record BookingPartlyCancelled(
        BookingId booking, CancellationId cancellation, Set<Long> passengers, Vnd refund) {

    public BookingPartlyCancelled {
        passengers = Set.copyOf(passengers);
    }
}
