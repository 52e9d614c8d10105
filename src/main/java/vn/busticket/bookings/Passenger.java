package vn.busticket.bookings;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import vn.busticket.seats.HeldSeat;
import vn.busticket.shared.Vnd;

/** One traveller of a booking with the seat and its price when it was held. */
@Entity
@Table(name = "booking_passenger")
@SuppressWarnings({"unused", "NullAway.Init"})
class Passenger extends BookingPart {

    private String seatLabel;
    private String seatClass;
    private String fullName;
    private long priceVnd;

    @Enumerated(EnumType.STRING)
    private PassengerState state;

    /** For JPA. */
    protected Passenger() {}

    Passenger(Booking booking, HeldSeat seat, String fullName) {
        super(booking);
        this.seatLabel = seat.label();
        this.seatClass = seat.seatClass();
        this.fullName = fullName;
        this.priceVnd = seat.price().dong();
        this.state = PassengerState.BOOKED;
    }

    String seatLabel() {
        return seatLabel;
    }

    String fullName() {
        return fullName;
    }

    Vnd price() {
        return new Vnd(priceVnd);
    }

    boolean isCancelled() {
        return state == PassengerState.CANCELLED;
    }

    /** Gets another seat of the same class. */
    void moveTo(String label) {
        seatLabel = label;
    }

    /** Is somebody else from now on, or sits elsewhere, at what that costs. */
    void change(PassengerChange change) {
        fullName = change.nameAfter();
        seatLabel = change.after().label();
        seatClass = change.after().seatClass();
        priceVnd = change.after().price().dong();
    }

    /** Does not travel any more. */
    void cancel() {
        state = PassengerState.CANCELLED;
    }
}
