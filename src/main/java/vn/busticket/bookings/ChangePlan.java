package vn.busticket.bookings;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import vn.busticket.seats.HeldSeat;
import vn.busticket.seats.SeatWish;
import vn.busticket.shared.Stretch;
import vn.busticket.shared.Vnd;
import vn.busticket.trips.TripId;

/**
 * What would become of a booking and what that costs; two that are equal change the same for the
 * same price.
 *
 * @param stretch between the same stops, on the trip after the change
 * @param passengers all who travel, also those for whom nothing changes, by their seats before
 * @param totalBefore the price of the whole booking before, and
 * @param totalAfter after it, the fee included
 * @param fee what the change costs besides
 */
public record ChangePlan(
        TripId tripBefore,
        TripId tripAfter,
        Stretch stretch,
        BookingContact contactBefore,
        BookingContact contactAfter,
        List<PassengerChange> passengers,
        Vnd totalBefore,
        Vnd totalAfter,
        Vnd fee) {

    public ChangePlan {
        passengers = List.copyOf(passengers);
    }

    /** What the seats cost together after it. */
    public Vnd priceAfter() {
        return Vnd.sum(passengers.stream().map(one -> one.after().price()).toList());
    }

    /** What was paid for the seats together. */
    public Vnd priceBefore() {
        return Vnd.sum(passengers.stream().map(one -> one.before().price()).toList());
    }

    /** What has to be paid for it; zero if nothing. */
    public Vnd due() {
        return atLeastNothing(totalAfter.minus(totalBefore));
    }

    /** What goes back for it; zero if nothing. */
    public Vnd back() {
        return atLeastNothing(totalBefore.minus(totalAfter));
    }

    /** True if it leads to another trip. */
    public boolean isToAnotherTrip() {
        return !tripBefore.equals(tripAfter);
    }

    /** True if other people are to be told. */
    public boolean isToAnotherContact() {
        return !contactBefore.equals(contactAfter);
    }

    /** True if it is about who travels where; a contact alone does not count as a change. */
    public boolean isOfTravel() {
        return isToAnotherTrip()
                || passengers.stream().anyMatch(one -> one.isRenamed() || one.isMoved());
    }

    /** True if nothing would be different. */
    public boolean isNothing() {
        return !isOfTravel() && !isToAnotherContact();
    }

    /** The travellers whose tickets say something that is not true any more. */
    public Set<Long> renewed() {
        return passengers.stream()
                .filter(one -> isToAnotherTrip() || one.isRenamed() || one.isMoved())
                .map(PassengerChange::passenger)
                .collect(toUnmodifiableSet());
    }

    /** All seats that the booking is to have. */
    SeatWish seats() {
        return new SeatWish(
                tripAfter, stretch, passengers.stream().map(PassengerChange::after).toList());
    }

    /** For the history: what is different, without names. */
    Map<String, String> detail() {
        var detail = new HashMap<String, String>();
        if (passengers.stream().anyMatch(PassengerChange::isMoved)) {
            detail.put("fromSeats", labels(PassengerChange::isMoved, PassengerChange::before));
            detail.put("toSeats", labels(PassengerChange::isMoved, PassengerChange::after));
        }
        if (passengers.stream().anyMatch(PassengerChange::isRenamed)) {
            detail.put("renamedSeats", labels(PassengerChange::isRenamed, PassengerChange::after));
        }
        if (isToAnotherContact()) {
            detail.put("contact", "changed");
        }
        detail.put("paidVnd", Long.toString(due().dong()));
        detail.put("backVnd", Long.toString(back().dong()));
        return detail;
    }

    private String labels(
            Predicate<PassengerChange> which, Function<PassengerChange, HeldSeat> side) {
        return passengers.stream()
                .filter(which)
                .map(side.andThen(HeldSeat::label))
                .collect(joining(", "));
    }

    private static Vnd atLeastNothing(Vnd amount) {
        return amount.isPositive() ? amount : Vnd.ZERO;
    }
}
