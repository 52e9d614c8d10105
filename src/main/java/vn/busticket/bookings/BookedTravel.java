package vn.busticket.bookings;

import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import vn.busticket.shared.Stretch;
import vn.busticket.trips.Trip;
import vn.busticket.trips.TripId;

/** By which trip, between which stops, and whom to tell about it. */
@MappedSuperclass
@SuppressWarnings({"unused", "NullAway.Init"})
abstract class BookedTravel {

    private long tripId;
    private int fromSequence;
    private int toSequence;
    private Instant departsAt;
    private Instant arrivesAt;
    private String contactName;
    private String contactPhone;
    private String contactEmail;

    /** For JPA, and for who sets all of it at once. */
    protected BookedTravel() {}

    TripId tripId() {
        return new TripId(tripId);
    }

    Stretch stretch() {
        return new Stretch(fromSequence, toSequence);
    }

    Instant departsAt() {
        return departsAt;
    }

    final void travelBy(Trip trip, Stretch stretch) {
        tripId = trip.id().value();
        fromSequence = stretch.from();
        toSequence = stretch.to();
        departsAt = trip.departsAt(fromSequence);
        arrivesAt = trip.arrivesAt(toSequence);
    }

    final void tell(BookingContact contact) {
        contactName = contact.name();
        contactPhone = contact.phone().e164();
        contactEmail = contact.email();
    }
}
