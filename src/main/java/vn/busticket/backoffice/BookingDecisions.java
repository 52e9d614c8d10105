package vn.busticket.backoffice;

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

    CancellationQuote quote(BookingDetails booking) {
        return cancellation.quote(booking.id());
    }

    void cancel(BookingDetails booking, String reason) {
        cancellation.cancelByStaff(booking.id(), staff.me(), reason);
    }
}
