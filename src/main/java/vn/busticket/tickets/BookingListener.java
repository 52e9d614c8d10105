package vn.busticket.tickets;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.busticket.bookings.BookingCancelled;
import vn.busticket.bookings.BookingChanged;
import vn.busticket.bookings.BookingConfirmed;
import vn.busticket.bookings.BookingPartlyCancelled;

/** Issues and voids tickets in the transaction that confirms, changes or cancels a booking. */
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
}
