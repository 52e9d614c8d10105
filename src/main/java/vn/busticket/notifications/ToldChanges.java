package vn.busticket.notifications;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.busticket.bookings.BookingChange;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.bookings.BookingQueries;
import vn.busticket.bookings.ChangeId;
import vn.busticket.bookings.ChangePlan;
import vn.busticket.bookings.ChangeQueries;
import vn.busticket.bookings.PassengerChange;
import vn.busticket.documents.Wording;
import vn.busticket.notifications.Letter.ChangedLine;
import vn.busticket.notifications.Letter.ChangedPart;
import vn.busticket.shared.Language;
import vn.busticket.shared.Stretch;
import vn.busticket.shared.Vnd;
import vn.busticket.trips.RouteTrips;
import vn.busticket.trips.Trip;
import vn.busticket.trips.Trips;

/** Puts what a passenger changed into lines, before and after. */
@Component
class ToldChanges {

    private final ChangeQueries changes;
    private final BookingQueries bookings;
    private final Trips trips;

    ToldChanges(ChangeQueries changes, BookingQueries bookings, Trips trips) {
        this.changes = changes;
        this.bookings = bookings;
        this.trips = trips;
    }

    /** What a change has changed for a booking: the changed one, or one that was split off it. */
    ToldChange of(ChangeId id, BookingDetails booking) {
        return changes.byId(id).map(change -> told(change, booking)).orElse(ToldChange.UNKNOWN);
    }

    private ToldChange told(BookingChange change, BookingDetails booking) {
        var plan = change.plan();
        var parting = parting(change);
        if (plan.isOfPart() && change.booking().equals(booking.id())) {
            plan.passengers().stream()
                    .filter(PassengerChange::stays)
                    .forEach(passenger -> parting.addAll(passenger(passenger)));
            return new ToldChange(parting, Vnd.ZERO, Vnd.ZERO);
        }
        parting.addAll(lines(plan, booking.language()));
        return new ToldChange(parting, plan.due(), plan.back());
    }

    /** Whose booking has another code now; nobody's where all stayed together. */
    private List<ChangedLine> parting(BookingChange change) {
        var lines = new ArrayList<ChangedLine>();
        change.splitOff()
                .ifPresent(party -> {
                    var codes =
                            bookings.byIds(List.of(change.booking(), party)).stream()
                                    .map(BookingDetails::code)
                                    .toList();
                    change.plan()
                            .going()
                            .forEach(one ->
                                    lines.add(
                                            new ChangedLine(
                                                    ChangedPart.PARTY,
                                                    one.nameAfter(),
                                                    codes.getFirst(),
                                                    codes.getLast())));
                });
        return lines;
    }

    private List<ChangedLine> lines(ChangePlan plan, Language language) {
        var lines = new ArrayList<ChangedLine>();
        if (plan.isToAnotherTrip()) {
            var before = trips.find(plan.tripBefore()).orElseThrow();
            var after = trips.find(plan.tripAfter()).orElseThrow();
            RouteTrips.sameStops(after, plan.stretch(), before)
                    .ifPresent(stretch ->
                            lines.addAll(trip(before, stretch, after, plan.stretch(), language)));
        }
        for (var passenger : plan.going()) {
            lines.addAll(passenger(passenger));
        }
        return lines;
    }

    private static List<ChangedLine> trip(
            Trip before, Stretch way, Trip after, Stretch newWay, Language language) {
        var words = Wording.of(language);
        var lines = new ArrayList<ChangedLine>();
        lines.add(
                new ChangedLine(
                        ChangedPart.DEPARTURE,
                        "",
                        words.moment(before.departsAt(way.from())),
                        words.moment(after.departsAt(newWay.from()))));
        if (!before.operator().id().equals(after.operator().id())) {
            lines.add(
                    new ChangedLine(
                            ChangedPart.TRIP,
                            "",
                            before.operator().name(),
                            after.operator().name()));
        }
        return lines;
    }

    private static List<ChangedLine> passenger(PassengerChange change) {
        var lines = new ArrayList<ChangedLine>();
        if (change.isRenamed()) {
            lines.add(
                    new ChangedLine(
                            ChangedPart.PASSENGER,
                            change.seatAfter(),
                            change.nameBefore(),
                            change.nameAfter()));
        }
        if (change.isMoved()) {
            lines.add(
                    new ChangedLine(
                            ChangedPart.SEAT,
                            change.nameAfter(),
                            change.seatBefore(),
                            change.seatAfter()));
        }
        return lines;
    }
}
