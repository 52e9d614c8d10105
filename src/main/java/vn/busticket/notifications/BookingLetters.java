package vn.busticket.notifications;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.bookings.BookingState;
import vn.busticket.bookings.CancellationId;
import vn.busticket.bookings.ChangeId;
import vn.busticket.notifications.Letter.ChangedLine;
import vn.busticket.notifications.Letter.Enclosed;
import vn.busticket.notifications.Letter.TicketSeat;
import vn.busticket.notifications.Letter.Tickets;
import vn.busticket.payments.RefundId;
import vn.busticket.tickets.TicketService;

/** Puts together what a letter tells about a booking. */
@Component
class BookingLetters {

    private final BookedTrips trips;
    private final TicketService tickets;
    private final Receipts receipts;
    private final MoneyLetters money;
    private final Enclosures enclosures;
    private final UnsubscribeLinks unsubscribe;

    BookingLetters(
            BookedTrips trips,
            TicketService tickets,
            Receipts receipts,
            MoneyLetters money,
            Enclosures enclosures,
            UnsubscribeLinks unsubscribe) {
        this.trips = trips;
        this.tickets = tickets;
        this.receipts = receipts;
        this.money = money;
        this.enclosures = enclosures;
        this.unsubscribe = unsubscribe;
    }

    /** The letter of that message; empty if what it would tell is not true of the booking now. */
    Optional<Letter> of(Claimed message, BookingDetails booking) {
        return switch (message.kind()) {
            case CONFIRMATION -> whileConfirmed(booking, () -> confirmation(message, booking));
            case CHANGE -> whileConfirmed(booking, () -> change(message, booking));
            case REMINDER -> whileConfirmed(booking, () -> reminder(booking));
            case TRIP_MOVED -> moved(message, booking);
            case TRIP_CANCELLED -> money.tripCancelled(booking);
            case RECEIPT -> receipt(message, booking);
            case EXPIRY -> expiry(booking);
            case CANCELLATION -> money.cancellation(booking, part(message));
            case PAYMENT_PROBLEM ->
                    money.problem(booking, Objects.requireNonNull(message.outcome()));
            case REFUND_OPENED, REFUND_ACCOUNT_NEEDED, REFUND_PAID_OUT ->
                    money.refund(
                            message.kind(),
                            booking,
                            new RefundId(Objects.requireNonNull(message.subject())));
            case EMAIL_VERIFICATION,
                    EMAIL_CHANGED,
                    PASSWORD_RESET,
                    PASSWORD_CHANGED,
                    SECOND_FACTOR_ENROLLED,
                    SECOND_FACTOR_RESET,
                    RECOVERY_CODE_USED,
                    REGISTRATION_REPEATED,
                    ACCOUNT_ERASED,
                    REPORT ->
                    throw new IllegalArgumentException(message.kind() + " is about no booking");
        };
    }

    private Letter confirmation(Claimed message, BookingDetails booking) {
        return new TripLetter.Confirmation(
                trips.of(booking), tickets(booking), files(message, booking));
    }

    private Letter change(Claimed message, BookingDetails booking) {
        var change =
                Optional.ofNullable(message.subject())
                        .map(subject -> trips.change(booking, new ChangeId(subject)))
                        .orElse(ToldChange.UNKNOWN);
        return new TripLetter.Change(
                trips.of(booking),
                change.lines(),
                change.paidMore(),
                change.givenBack(),
                tickets(booking),
                files(message, booking));
    }

    private Letter reminder(BookingDetails booking) {
        return new TripLetter.Reminder(
                trips.of(booking), tickets(booking), unsubscribe.of(booking).toString());
    }

    private Optional<Letter> moved(Claimed message, BookingDetails booking) {
        if (booking.state() != BookingState.CONFIRMED) {
            return Optional.empty();
        }
        return linesOf(message, booking)
                .map(lines ->
                        new TripLetter.TripMoved(
                                trips.of(booking),
                                lines,
                                trips.isFreeToLeave(booking),
                                tickets(booking),
                                files(message, booking)));
    }

    private Optional<List<ChangedLine>> linesOf(Claimed message, BookingDetails booking) {
        var disruption = message.subject();
        return disruption == null
                ? Optional.of(List.of())
                : trips.change(booking, disruption)
                        .flatMap(change -> OperatorLines.of(change, booking));
    }

    private Optional<Letter> receipt(Claimed message, BookingDetails booking) {
        return receipts.of(booking)
                .map(receipt ->
                        new MoneyLetter.Receipt(
                                trips.of(booking),
                                receipt,
                                message.channel() == Channel.EMAIL
                                        ? enclosures.receipt(booking, receipt)
                                        : Enclosed.NONE));
    }

    private Optional<Letter> expiry(BookingDetails booking) {
        if (booking.state() != BookingState.EXPIRED) {
            return Optional.empty();
        }
        return Optional.of(
                new TripLetter.Expiry(
                        trips.of(booking), booking.paymentDeadline(), trips.searchUrl(booking)));
    }

    /** Which part was called off; empty if it was all. */
    private static Optional<CancellationId> part(Claimed message) {
        return Optional.ofNullable(message.subject()).map(CancellationId::new);
    }

    private Tickets tickets(BookingDetails booking) {
        var valid = tickets.validOf(booking.id());
        return new Tickets(
                booking.passengers().stream()
                        .flatMap(passenger ->
                                Optional.ofNullable(valid.get(passenger.id())).stream()
                                        .map(ticket ->
                                                new TicketSeat(
                                                        passenger.seatLabel(),
                                                        passenger.fullName(),
                                                        passenger.price(),
                                                        ticket.qrText())))
                        .toList());
    }

    private Enclosed files(Claimed message, BookingDetails booking) {
        return message.channel() == Channel.EMAIL ? enclosures.tickets(booking) : Enclosed.NONE;
    }

    private static Optional<Letter> whileConfirmed(
            BookingDetails booking, Supplier<Letter> letter) {
        return booking.state() == BookingState.CONFIRMED
                ? Optional.of(letter.get())
                : Optional.empty();
    }
}
