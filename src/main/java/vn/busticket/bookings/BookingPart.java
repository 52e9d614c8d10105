package vn.busticket.bookings;

import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What belongs to one booking and is stored with it. */
@MappedSuperclass
@SuppressWarnings({"unused", "NullAway.Init"})
abstract class BookingPart {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "booking_id")
    private Booking booking;

    /** For JPA. */
    protected BookingPart() {}

    BookingPart(Booking booking) {
        this.booking = booking;
    }

    /** Its number in the database. */
    long id() {
        return Objects.requireNonNull(id);
    }

    Booking booking() {
        return booking;
    }

    /** Belongs to another booking from now on. */
    final void goWith(Booking party) {
        booking = party;
    }
}
