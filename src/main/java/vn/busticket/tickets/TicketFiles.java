package vn.busticket.tickets;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.bookings.BookingState;
import vn.busticket.bookings.PassengerDetails;
import vn.busticket.documents.Imprint;
import vn.busticket.shared.VietnamTime;

/** Makes the files of a booking when somebody asks for them. */
@Component
public class TicketFiles {

    private final TicketService tickets;
    private final Journeys journeys;
    private final Imprint imprint;
    private final TicketPdf ticketPdf;
    private final ReceiptPdf receiptPdf;

    TicketFiles(
            TicketService tickets,
            Journeys journeys,
            Imprint imprint,
            TicketPdf ticketPdf,
            ReceiptPdf receiptPdf) {
        this.tickets = tickets;
        this.journeys = journeys;
        this.imprint = imprint;
        this.ticketPdf = ticketPdf;
        this.receiptPdf = receiptPdf;
    }

    /** The e-tickets, a page for each traveller; empty as long as none is issued. */
    public Optional<byte[]> pdf(BookingDetails booking) {
        var valid = tickets.validOf(booking.id());
        var journey = journeys.of(booking);
        var documents =
                TicketService.travellers(booking).stream()
                        .filter(passenger -> valid.containsKey(passenger.id()))
                        .map(passenger -> document(booking, journey, passenger, valid))
                        .toList();
        return documents.isEmpty() ? Optional.empty() : Optional.of(ticketPdf.print(documents));
    }

    /** The calendar entry; empty as long as nothing is paid, and once it is cancelled. */
    public Optional<byte[]> calendar(BookingDetails booking) {
        return booking.confirmedAt()
                .filter(unused -> booking.state() != BookingState.CANCELLED)
                .map(confirmedAt ->
                        Ics.of(
                                booking.code(),
                                journeys.of(booking),
                                booking.seatLabels(),
                                booking.language(),
                                imprint,
                                confirmedAt));
    }

    /** The receipt as PDF. */
    public byte[] receiptPdf(ReceiptDocument receipt) {
        return receiptPdf.print(receipt);
    }

    /**
     * The receipt of a booking for the money that came.
     *
     * @param payments the transfers, at least one, oldest first
     */
    public ReceiptDocument receipt(BookingDetails booking, List<ReceiptPayment> payments) {
        var last = payments.getLast();
        var year = VietnamTime.dayOf(last.at()).getYear();
        return new ReceiptDocument(
                "BN-%d-%d".formatted(year, last.orderCode()),
                booking.code(),
                journeys.of(booking),
                booking.contact().name(),
                List.of(booking.contact().phone().masked(), booking.contact().email()),
                booking.passengers().stream()
                        .map(passenger ->
                                new ReceiptLine(
                                        passenger.fullName(),
                                        passenger.seatLabel(),
                                        passenger.price()))
                        .toList(),
                payments,
                booking.language());
    }

    private static TicketDocument document(
            BookingDetails booking,
            Journey journey,
            PassengerDetails passenger,
            Map<Long, Ticket> valid) {
        var ticket = valid.get(passenger.id());
        if (ticket == null) {
            throw new IllegalStateException("No ticket for passenger " + passenger.id());
        }
        return new TicketDocument(
                booking.code(),
                journey,
                passenger.fullName(),
                passenger.seatLabel(),
                SeatPlace.inWords(
                        booking.trip().layout(), passenger.seatLabel(), booking.language()),
                passenger.price(),
                PolicyWording.of(booking.language()).until(booking.policy(), booking.departsAt()),
                booking.language(),
                ticket.qrText());
    }
}
