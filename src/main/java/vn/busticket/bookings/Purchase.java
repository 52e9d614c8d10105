package vn.busticket.bookings;

import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import vn.busticket.seats.HoldId;
import vn.busticket.shared.Language;
import vn.busticket.shared.Stretch;
import vn.busticket.shared.Vnd;
import vn.busticket.trips.TicketPolicy;
import vn.busticket.trips.Trip;
import vn.busticket.trips.TripId;

/**
 * What was bought, by whom, for how much and under which policy; {@link BookingStanding} says how
 * it stands.
 */
@MappedSuperclass
@SuppressWarnings({"unused", "NullAway.Init"})
abstract class Purchase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    String code;
    String accessToken;
    long holdId;
    long tripId;
    int fromSequence;
    int toSequence;
    Instant departsAt;
    Instant arrivesAt;
    String contactName;
    String contactPhone;
    String contactEmail;

    @Enumerated(EnumType.STRING)
    Language language;

    @Nullable Long accountId;
    UUID visitorId;

    long totalVnd;
    long feesVnd;

    @JdbcTypeCode(SqlTypes.JSON)
    KeptPolicy policy;

    BookingId id() {
        if (id == null) {
            throw new IllegalStateException("Booking " + code + " is not stored yet");
        }
        return new BookingId(id);
    }

    String code() {
        return code;
    }

    String accessToken() {
        return accessToken;
    }

    HoldId holdId() {
        return new HoldId(holdId);
    }

    TripId tripId() {
        return new TripId(tripId);
    }

    Stretch stretch() {
        return new Stretch(fromSequence, toSequence);
    }

    Vnd total() {
        return new Vnd(totalVnd);
    }

    /** What was earned by changing or cancelling parts of it; a part of the total. */
    Vnd fees() {
        return new Vnd(feesVnd);
    }

    /** What it was bought under. */
    TicketPolicy policy() {
        return policy.policy();
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

    /** Was bought by the same person, in the same bargain. */
    final void isBoughtWith(Purchase origin) {
        language = origin.language;
        visitorId = origin.visitorId;
        accountId = origin.accountId;
        policy = origin.policy;
    }

    final void tell(BookingContact contact) {
        contactName = contact.name();
        contactPhone = contact.phone().e164();
        contactEmail = contact.email();
    }
}
