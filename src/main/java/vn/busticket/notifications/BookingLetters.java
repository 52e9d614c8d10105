package vn.busticket.notifications;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.bookings.BookingState;
import vn.busticket.payments.RefundId;
import vn.busticket.shared.VietnamTime;
import vn.busticket.tickets.FileNames;
import vn.busticket.tickets.Imprint;
import vn.busticket.tickets.Journeys;
import vn.busticket.tickets.TicketService;

/** Puts together what a letter tells about a booking. */
@Component
class BookingLetters {

    private final TicketService tickets;
    private final Journeys journeys;
    private final Receipts receipts;
    private final MoneyLetters money;
    private final Imprint imprint;

    BookingLetters(
            TicketService tickets,
            Journeys journeys,
            Receipts receipts,
            MoneyLetters money,
            Imprint imprint) {
        this.money = money;
        this.tickets = tickets;
        this.journeys = journeys;
        this.receipts = receipts;
        this.imprint = imprint;
    }

    /** The letter of that message; empty if what it would tell is not true of the booking now. */
    Optional<Letter> of(Claimed message, BookingDetails booking) {
        return switch (message.kind()) {
            case CONFIRMATION -> confirmation(booking);
            case RECEIPT ->
                    receipts.of(booking).map(receipt -> new Letter.Receipt(receipt, link(booking)));
            case EXPIRY -> expiry(booking);
            case CANCELLATION -> money.cancellation(booking);
            case PAYMENT_PROBLEM ->
                    money.problem(booking, Objects.requireNonNull(message.outcome()));
            case REFUND_OPENED, REFUND_ACCOUNT_NEEDED, REFUND_PAID_OUT ->
                    money.refund(
                            message.kind(),
                            booking,
                            new RefundId(Objects.requireNonNull(message.subject())));
            case CHANGE,
                    REMINDER,
                    TRIP_MOVED,
                    TRIP_CANCELLED,
                    EMAIL_VERIFICATION,
                    PASSWORD_RESET,
                    PASSWORD_CHANGED,
                    REGISTRATION_REPEATED ->
                    Optional.empty();
        };
    }

    private Optional<Letter> confirmation(BookingDetails booking) {
        var valid = tickets.validOf(booking.id());
        var seats =
                booking.passengers().stream()
                        .flatMap(passenger ->
                                Optional.ofNullable(valid.get(passenger.id())).stream()
                                        .map(ticket ->
                                                new Letter.TicketSeat(
                                                        passenger.seatLabel(),
                                                        passenger.fullName(),
                                                        passenger.price(),
                                                        ticket.qrText())))
                        .toList();
        if (booking.state() != BookingState.CONFIRMED || seats.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Letter.Confirmation(
                        booking.language(),
                        booking.code(),
                        booking.contact().name(),
                        journeys.of(booking),
                        seats,
                        link(booking),
                        List.of(FileNames.ticket(booking), FileNames.calendar(booking))));
    }

    private Optional<Letter> expiry(BookingDetails booking) {
        if (booking.state() != BookingState.EXPIRED) {
            return Optional.empty();
        }
        return Optional.of(
                new Letter.Expiry(
                        booking.language(),
                        booking.code(),
                        journeys.of(booking),
                        booking.seatLabels(),
                        booking.paymentDeadline(),
                        searchLink(booking)));
    }

    private String link(BookingDetails booking) {
        return imprint.link("/b/" + booking.accessToken());
    }

    private String searchLink(BookingDetails booking) {
        return imprint.link(
                "/trips?from=%s&to=%s&date=%s&passengers=%d"
                        .formatted(
                                booking.boardingStop().stop().placeCode(),
                                booking.dropOffStop().stop().placeCode(),
                                VietnamTime.dayOf(booking.departsAt()),
                                booking.passengers().size()));
    }
}
