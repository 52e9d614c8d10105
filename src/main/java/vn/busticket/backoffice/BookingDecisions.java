package vn.busticket.backoffice;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.bookings.Cancellation;
import vn.busticket.bookings.CancellationQuote;

/** What staff decide about a booking. */
@Component
class BookingDecisions {

    private final Cancellation cancellation;
    private final StaffNames staff;

    BookingDecisions(Cancellation cancellation, StaffNames staff) {
        this.cancellation = cancellation;
        this.staff = staff;
    }

    boolean mayCancel(BookingDetails booking) {
        return cancellation.isPossible(booking);
    }

    /** What the policy gives back for these passengers; empty if it is too late for that. */
    Optional<CancellationQuote> quote(BookingDetails booking, Set<Long> passengers) {
        return cancellation.obstacle(booking).isPresent()
                ? Optional.empty()
                : Optional.of(cancellation.quote(booking.id(), passengers));
    }

    /** What it is if the house gives everything back. */
    CancellationQuote quoteInFull(BookingDetails booking, Set<Long> passengers) {
        return cancellation.quoteInFull(booking.id(), passengers);
    }

    void cancel(BookingDetails booking, CancellationQuote shown, String reason) {
        cancellation.cancelByStaff(booking.id(), shown, staff.me(), reason);
    }

    void cancelInFull(BookingDetails booking, CancellationQuote shown, String reason) {
        cancellation.cancelInFullByStaff(booking.id(), shown, staff.me(), reason);
    }
}
