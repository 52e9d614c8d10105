package vn.busticket.tickets;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.accounts.AccountId;
import vn.busticket.accounts.AuditLog;
import vn.busticket.bookings.PassengerLists;
import vn.busticket.bookings.TravellingPassenger;
import vn.busticket.shared.PhoneNumber;
import vn.busticket.trips.OperatorTrips;
import vn.busticket.trips.TripCrews;
import vn.busticket.trips.TripId;
import vn.busticket.trips.TripOfOthers;

/** The lists of passengers, for the crew of the trip and nobody else. */
@Service
public class Manifests {

    private final OperatorTrips trips;
    private final TripCrews crews;
    private final PassengerLists passengers;
    private final TicketRepository tickets;
    private final BoardingRepository entries;
    private final AuditLog audit;

    Manifests(
            OperatorTrips trips,
            TripCrews crews,
            PassengerLists passengers,
            TicketRepository tickets,
            BoardingRepository entries,
            AuditLog audit) {
        this.trips = trips;
        this.crews = crews;
        this.passengers = passengers;
        this.tickets = tickets;
        this.entries = entries;
        this.audit = audit;
    }

    /**
     * The list of a trip.
     *
     * @throws TripOfOthers if this person may not work on that trip
     */
    @Transactional(readOnly = true)
    public Manifest of(AccountId staff, TripId id) {
        var trip = trips.require(staff, id);
        var valid = tickets.validOn(id);
        return new Manifest(
                trip,
                crews.of(staff, id),
                passengers.of(id).stream()
                        .map(passenger -> listed(passenger, valid.get(passenger.id())))
                        .toList(),
                tickets.voidOn(id),
                entries.conflictsOf(id));
    }

    /**
     * The whole phone number of whoever booked for a passenger; stands in the audit log.
     *
     * @throws TripOfOthers if this person may not work on that trip, or the passenger is on another
     */
    @Transactional
    public PhoneNumber phone(AccountId staff, TripId id, long passenger) {
        trips.require(staff, id);
        var found =
                passengers.of(id).stream()
                        .filter(one -> one.id() == passenger)
                        .findFirst()
                        .orElseThrow(TripOfOthers::new);
        audit.record(
                staff,
                "passenger.phone-shown",
                "booking " + found.bookingCode(),
                null,
                Map.of("trip", id.value(), "passenger", passenger));
        return found.phone();
    }

    private static ManifestPassenger listed(TravellingPassenger passenger, @Nullable Long ticket) {
        return new ManifestPassenger(
                passenger.id(),
                passenger.bookingCode(),
                passenger.seatLabel(),
                passenger.fullName(),
                passenger.phone().masked(),
                passenger.stretch(),
                passenger.state(),
                passenger.boardedAt(),
                ticket);
    }
}
