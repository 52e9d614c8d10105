package vn.busticket.bookings;

import org.springframework.stereotype.Component;

/**
 * Knows whose trip the operator has made so different that they may leave it for nothing: with all
 * their money, or by another trip, whatever their fare says.
 */
@Component
class FreedomToLeave {

    private final BookingQueries bookings;

    FreedomToLeave(BookingQueries bookings) {
        this.bookings = bookings;
    }

    /** True until the passengers choose another trip themselves. */
    boolean isGivenTo(BookingId booking) {
        return OperatorChange.of(bookings.history(booking))
                .filter(OperatorChange::isConsiderable)
                .isPresent();
    }
}
