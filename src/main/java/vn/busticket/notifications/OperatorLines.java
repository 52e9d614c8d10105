package vn.busticket.notifications;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.bookings.OperatorChange;
import vn.busticket.bookings.PassengerDetails;
import vn.busticket.documents.Wording;
import vn.busticket.notifications.Letter.ChangedLine;
import vn.busticket.notifications.Letter.ChangedPart;

/** What an operator made different for a booking, line by line. */
final class OperatorLines {

    private OperatorLines() {}

    /** The lines; empty if a later change has overtaken this one, which has a letter of its own. */
    static Optional<List<ChangedLine>> of(OperatorChange change, BookingDetails booking) {
        var isOvertaken =
                change.departsAfter().filter(at -> !at.equals(booking.departsAt())).isPresent()
                        || !booking.seatLabels().containsAll(change.seats().values());
        return isOvertaken ? Optional.empty() : Optional.of(lines(change, booking));
    }

    private static List<ChangedLine> lines(OperatorChange change, BookingDetails booking) {
        var words = Wording.of(booking.language());
        var lines = new ArrayList<ChangedLine>();
        change.departsBefore()
                .ifPresent(before ->
                        lines.add(
                                new ChangedLine(
                                        change.isOtherTrip()
                                                ? ChangedPart.TRIP
                                                : ChangedPart.DEPARTURE,
                                        "",
                                        words.moment(before),
                                        words.moment(booking.departsAt()))));
        change.plateAfter()
                .ifPresent(after ->
                        lines.add(
                                new ChangedLine(
                                        ChangedPart.COACH,
                                        "",
                                        change.plateBefore()
                                                .orElseGet(
                                                        () -> words.text("mail.changed.noPlate")),
                                        after)));
        booking.passengers().stream()
                .map(passenger -> seat(change, passenger))
                .flatMap(Optional::stream)
                .forEach(lines::add);
        return List.copyOf(lines);
    }

    private static Optional<ChangedLine> seat(OperatorChange change, PassengerDetails passenger) {
        return change.seats().entrySet().stream()
                .filter(move -> move.getValue().equals(passenger.seatLabel()))
                .map(move ->
                        new ChangedLine(
                                ChangedPart.SEAT,
                                passenger.fullName(),
                                move.getKey(),
                                move.getValue()))
                .findFirst();
    }
}
