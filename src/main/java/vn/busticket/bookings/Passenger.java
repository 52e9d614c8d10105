package vn.busticket.bookings;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import vn.busticket.seats.HeldSeat;

/** One traveller of a booking with the seat and its price when it was held. */
@Entity
@Table(name = "booking_passenger")
@SuppressWarnings({"unused", "NullAway.Init"})
class Passenger {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "booking_id")
    private Booking booking;

    private String seatLabel;
    private String seatClass;
    private String fullName;
    private long priceVnd;

    @Enumerated(EnumType.STRING)
    private PassengerState state;

    /** For JPA. */
    protected Passenger() {}

    Passenger(Booking booking, HeldSeat seat, String fullName) {
        this.booking = booking;
        this.seatLabel = seat.label();
        this.seatClass = seat.seatClass();
        this.fullName = fullName;
        this.priceVnd = seat.price().dong();
        this.state = PassengerState.BOOKED;
    }
}
