package vn.busticket.tickets;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.busticket.bookings.BookingCalledOff;
import vn.busticket.bookings.BookingCancelled;
import vn.busticket.bookings.BookingChanged;
import vn.busticket.bookings.BookingConfirmed;
import vn.busticket.bookings.BookingPartlyCancelled;
import vn.busticket.bookings.BookingsReseated;

/** Issues and voids tickets in the transaction that confirms, changes, reseats or cancels. */
@Component("ticketsBookingListener")
class BookingListener {

    private final TicketService tickets;

    BookingListener(TicketService tickets) {
        this.tickets = tickets;
    }

    @EventListener
    void on(BookingConfirmed confirmed) {
        tickets.issue(confirmed.booking());
    }

    @EventListener
    void on(BookingChanged changed) {
        tickets.renew(changed.booking(), changed.passengers());
    }

    @EventListener
    void on(BookingCancelled cancelled) {
        tickets.makeVoid(cancelled.booking());
    }

    @EventListener
    void on(BookingPartlyCancelled cancelled) {
        tickets.makeVoid(cancelled.passengers());
    }

    @EventListener
    void on(BookingCalledOff calledOff) {
        tickets.makeVoid(calledOff.booking());
    }

    /** The old codes name seats that somebody else may have now. */
    @EventListener
    void on(BookingsReseated reseated) {
        for (var booking : reseated.bookings()) {
            tickets.makeVoid(booking);
            tickets.issue(booking);
        }
    }
}
