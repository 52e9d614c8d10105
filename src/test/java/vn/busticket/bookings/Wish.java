package vn.busticket.bookings;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import vn.busticket.trips.TripId;

/** What a passenger wants to be different, put together step by step. */
final class Wish {

    private final ChangeDraft asItIs;
    private final Map<String, String> names;
    private final Map<String, String> seats;
    private String email;
    private TripId trip;

    private Wish(ChangeDraft asItIs) {
        this.asItIs = asItIs;
        this.names = new HashMap<>(asItIs.details().passengers());
        this.seats = new HashMap<>(asItIs.seats());
        this.email = asItIs.details().contactEmail();
        this.trip = asItIs.trip();
    }

    /** Nothing is to be different. */
    static Wish of(BookingDetails booking) {
        return new Wish(ChangeDraft.of(booking));
    }

    Wish named(String seat, String name) {
        names.put(seat, name);
        return this;
    }

    Wish seat(String now, String wished) {
        seats.put(now, wished);
        return this;
    }

    /** Another seat for whoever of that seat goes. */
    Wish move(String now, String wished) {
        seats.replace(now, wished);
        return this;
    }

    Wish on(TripId other) {
        trip = other;
        return this;
    }

    /** Only those go by the other trip. */
    Wish only(String... going) {
        seats.keySet().retainAll(Set.of(going));
        return this;
    }

    Wish told(String address) {
        email = address;
        return this;
    }

    ChangeWish made() {
        var draft =
                new CheckoutDraft(
                        asItIs.details().contactName(),
                        asItIs.details().contactPhone(),
                        email,
                        names);
        return new ChangeWish(
                CheckoutCheck.of(draft, names.keySet()).details().orElseThrow(), trip, seats);
    }
}
