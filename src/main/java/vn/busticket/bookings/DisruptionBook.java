package vn.busticket.bookings;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.busticket.accounts.AccountId;
import vn.busticket.accounts.AuditLog;
import vn.busticket.trips.BusId;
import vn.busticket.trips.DisruptionId;
import vn.busticket.trips.DisruptionKind;
import vn.busticket.trips.Trip;
import vn.busticket.trips.TripChanges;

/** Writes down what staff do to a trip: at the trip, and in the audit log. */
@Component
class DisruptionBook {

    private final TripChanges changes;
    private final TripBookings bookings;
    private final AuditLog audit;

    DisruptionBook(TripChanges changes, TripBookings bookings, AuditLog audit) {
        this.changes = changes;
        this.bookings = bookings;
        this.audit = audit;
    }

    /** Who does it and why. */
    record Author(AccountId staff, String reason) {

        Author {
            reason = reason.strip();
            if (reason.isEmpty()) {
                throw new IllegalArgumentException("Staff give a reason for changing a trip");
            }
        }
    }

    DisruptionId calledOff(Trip trip, Author author) {
        return write(trip, author, DisruptionKind.CALLED_OFF, trip.departsAt(0), Optional.empty());
    }

    DisruptionId moved(Trip trip, Author author, Instant departsAfter) {
        return write(trip, author, DisruptionKind.MOVED, departsAfter, Optional.empty());
    }

    DisruptionId otherCoach(Trip trip, Author author, BusId bus) {
        return write(trip, author, DisruptionKind.OTHER_COACH, trip.departsAt(0), Optional.of(bus));
    }

    private DisruptionId write(
            Trip trip,
            Author author,
            DisruptionKind kind,
            Instant departsAfter,
            Optional<BusId> busAfter) {
        var concerned = bookings.concerned(trip.id());
        var id =
                changes.record(
                        trip,
                        new TripChanges.Deed(
                                kind, author.staff().value(), author.reason(), concerned),
                        departsAfter,
                        busAfter);
        audit.record(
                author.staff(),
                switch (kind) {
                    case CALLED_OFF -> "trip.called-off";
                    case MOVED -> "trip.moved";
                    case OTHER_COACH -> "trip.other-coach";
                },
                "trip " + trip.id(),
                author.reason(),
                Map.of(
                        "departsBefore", trip.departsAt(0).toString(),
                        "departsAfter", departsAfter.toString(),
                        "bus", busAfter.map(bus -> Long.toString(bus.value())).orElse(""),
                        "bookings", concerned.bookings(),
                        "paidVnd", concerned.paid().dong()));
        return id;
    }
}
