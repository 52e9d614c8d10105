package vn.busticket.bookings;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.busticket.accounts.AccountId;
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

    private @Nullable Instant boardedAt;
    private @Nullable Instant decidedAt;

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

    /** Where this passenger sits, at what was paid for it. */
    HeldSeat seat() {
        return new HeldSeat(seatLabel, seatClass, price());
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

    /** Sits elsewhere, at what is paid for that. */
    void sitOn(HeldSeat seat) {
        seatLabel = seat.label();
        seatClass = seat.seatClass();
        priceVnd = seat.price().dong();
    }

    /** Is somebody else from now on, or sits elsewhere, at what that costs. */
    void change(PassengerChange change) {
        fullName = change.nameAfter();
        sitOn(change.after());
    }

    PassengerState state() {
        return state;
    }

    /** When this passenger got on; empty while not on the coach. */
    Optional<Instant> boardedAt() {
        return Optional.ofNullable(boardedAt);
    }

    /** True if the crew let this passenger get on, or took that back, after that instant. */
    boolean isDecidedAfter(Instant instant) {
        return decidedAt != null && decidedAt.isAfter(instant);
    }

    /** The crew decided once more what stands here already: what is older changes nothing now. */
    void confirm(Instant at) {
        if (!isDecidedAfter(at)) {
            decidedAt = at;
        }
    }

    /**
     * The crew notes where this passenger stands; one line in the booking's history.
     *
     * @param by whose phone it was
     * @param at when it was noted, perhaps long before it is told
     * @throws IllegalStateException if the booking is not paid or that cannot follow
     */
    void become(PassengerState next, AccountId by, Instant at, Instant now) {
        if (!state.canBecome(next) || !booking().state().isTravelled()) {
            throw new IllegalStateException(
                    "A passenger of booking %s cannot become %s from %s, %s"
                            .formatted(booking().code(), next, state, booking().state()));
        }
        var detail =
                Map.of(
                        "passenger", Long.toString(id()),
                        "seat", seatLabel,
                        "before", state.name(),
                        "after", next.name(),
                        "account", Long.toString(by.value()),
                        "doneAt", at.toString());
        state = next;
        boardedAt = next == PassengerState.BOARDED ? at : null;
        // Who was missed and had got on elsewhere is not missing, however late that is told.
        decidedAt = next == PassengerState.NO_SHOW ? decidedAt : at;
        booking().noteBoarding(eventOf(next), detail, now);
    }

    /** Does not travel any more. */
    void cancel() {
        state = PassengerState.CANCELLED;
        boardedAt = null;
    }

    private static HistoryEvent eventOf(PassengerState next) {
        return switch (next) {
            case BOARDED -> HistoryEvent.BOARDED;
            case BOOKED -> HistoryEvent.BOARDING_UNDONE;
            case NO_SHOW -> HistoryEvent.NO_SHOW;
            case CANCELLED -> throw new IllegalArgumentException("The crew cancels nobody");
        };
    }
}
