package vn.busticket.storefront;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.busticket.accounts.VisitorId;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.bookings.BookingQueries;
import vn.busticket.bookings.HistoryLine;
import vn.busticket.bookings.PaymentStart;
import vn.busticket.bookings.PaymentTimeOver;
import vn.busticket.notifications.Receipts;
import vn.busticket.payments.PaymentQueries;
import vn.busticket.shared.Vnd;
import vn.busticket.tickets.Ticket;
import vn.busticket.tickets.TicketFiles;
import vn.busticket.tickets.TicketService;

/** All that the booking screen asks of the rooms below; who may see it is decided before. */
@Component
class BookingDesk {

    private final BookingQueries bookings;
    private final PaymentQueries payments;
    private final PaymentStart start;
    private final TicketService tickets;
    private final TicketFiles files;
    private final Receipts receipts;

    BookingDesk(
            BookingQueries bookings,
            PaymentQueries payments,
            PaymentStart start,
            TicketService tickets,
            TicketFiles files,
            Receipts receipts) {
        this.bookings = bookings;
        this.payments = payments;
        this.start = start;
        this.tickets = tickets;
        this.files = files;
        this.receipts = receipts;
    }

    Optional<BookingDetails> booking(BookingDetails known) {
        return bookings.byId(known.id());
    }

    List<HistoryLine> history(BookingDetails booking) {
        return bookings.history(booking.id());
    }

    /** Valid tickets by the id of their passenger; none as long as nothing is paid. */
    Map<Long, Ticket> tickets(BookingDetails booking) {
        return tickets.validOf(booking.id());
    }

    /** What is still to be paid. */
    Vnd remaining(BookingDetails booking) {
        return booking.total().minus(payments.allocated(booking.payable()));
    }

    /**
     * Opens a way to pay, with more time if the first is over. Asks the gateway, so it may take
     * seconds; may be repeated.
     *
     * @return the token of the attempt
     */
    String pay(BookingDetails booking, VisitorId visitor, String addressKey) {
        try {
            return start.payFor(booking.id(), visitor, addressKey);
        } catch (PaymentTimeOver firstTimeOnly) {
            return start.retry(booking.id(), visitor, addressKey);
        }
    }

    Optional<byte[]> ticketPdf(BookingDetails booking) {
        return files.pdf(booking);
    }

    Optional<byte[]> calendar(BookingDetails booking) {
        return files.calendar(booking);
    }

    Optional<byte[]> receiptPdf(BookingDetails booking) {
        return receipts.pdf(booking);
    }
}
