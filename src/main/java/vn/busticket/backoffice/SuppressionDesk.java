package vn.busticket.backoffice;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.notifications.Suppression;
import vn.busticket.notifications.Suppressions;

/** What staff screens ask about addresses that mail comes back from, and decide about them. */
@Component
class SuppressionDesk {

    private final Suppressions suppressions;
    private final StaffNames staff;

    SuppressionDesk(Suppressions suppressions, StaffNames staff) {
        this.suppressions = suppressions;
        this.staff = staff;
    }

    /** Why the passenger of a booking gets no mail, if that is so. */
    Optional<Suppression> of(BookingDetails booking) {
        return suppressions.find(booking.contact().email());
    }

    List<Suppression> page(String text, int offset, int limit) {
        return suppressions.page(text, offset, limit);
    }

    int count(String text) {
        return suppressions.count(text);
    }

    void lift(Suppression suppression, String reason) {
        suppressions.lift(suppression.address(), staff.me(), reason);
    }
}
