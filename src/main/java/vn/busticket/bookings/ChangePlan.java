package vn.busticket.bookings;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
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
 * @param totalAfter after it, the fee included; with that of those who leave it
 * @param fee what the change costs besides
 * @param isFree true if the operator did so much to the trip that another one costs no fee and
 *     counts for no limit
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
        Vnd fee,
        boolean isFree) {

    public ChangePlan {
        passengers = List.copyOf(passengers);
    }

    /** What the seats of all who do not stay cost together after it. */
    public Vnd priceAfter() {
        return Vnd.sum(going().stream().map(one -> one.after().price()).toList());
    }

    /** What was paid for the seats of all who do not stay. */
    public Vnd priceBefore() {
        return Vnd.sum(going().stream().map(one -> one.before().price()).toList());
    }

    /** All who travel by the trip after the change, by their seats before. */
    public List<PassengerChange> going() {
        return passengers.stream().filter(one -> !one.stays()).toList();
    }

    /** True if only some go by another trip; they become a booking of their own. */
    public boolean isOfPart() {
        return passengers.stream().anyMatch(PassengerChange::stays);
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

    /** True if somebody sits in another class after it. */
    public boolean isToAnotherClass() {
        return going().stream()
                .anyMatch(one -> !one.before().seatClass().equals(one.after().seatClass()));
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
                .filter(one ->
                        isToAnotherTrip() && !one.stays() || one.isRenamed() || one.isMoved())
                .map(PassengerChange::passenger)
                .collect(toUnmodifiableSet());
    }

    /** All seats that those who do not stay are to have. */
    SeatWish seats() {
        return new SeatWish(
                tripAfter, stretch, going().stream().map(PassengerChange::after).toList());
    }

    /** What their own booking costs who go by another trip than the rest. */
    Vnd totalOfParty() {
        return priceAfter().plus(fee);
    }

    /** The seats of those who go. */
    List<String> seatsLeft() {
        return going().stream().map(PassengerChange::seatBefore).toList();
    }

    /** Those who go, by their numbers. */
    Set<Long> idsOfGoing() {
        return going().stream().map(PassengerChange::passenger).collect(toUnmodifiableSet());
    }

    /** The same with its seats and a fee counted. */
    ChangePlan withFee(Vnd more) {
        return new ChangePlan(
                tripBefore,
                tripAfter,
                stretch,
                contactBefore,
                contactAfter,
                passengers,
                totalBefore,
                totalBefore.minus(priceBefore()).plus(priceAfter()).plus(more),
                more,
                isFree);
    }

    /**
     * The same on other seats.
     *
     * @param seats the new label for each wished one, perhaps the same; of the same class
     */
    ChangePlan on(Map<String, String> seats) {
        return new ChangePlan(
                tripBefore,
                tripAfter,
                stretch,
                contactBefore,
                contactAfter,
                passengers.stream().map(one -> one.stays() ? one : one.on(seats)).toList(),
                totalBefore,
                totalAfter,
                fee,
                isFree);
    }

    /** For the history: what is different, without names. */
    Map<String, String> detail() {
        var detail = detailOf(going());
        detail.put("paidVnd", Long.toString(due().dong()));
        detail.put("backVnd", Long.toString(back().dong()));
        return detail;
    }

    /** For the history of the booking that some leave: the same about those who stay. */
    Map<String, String> detailOfStaying() {
        var detail = detailOf(passengers.stream().filter(PassengerChange::stays).toList());
        detail.put("leftSeats", String.join(", ", seatsLeft()));
        return detail;
    }

    private Map<String, String> detailOf(List<PassengerChange> people) {
        var detail = new HashMap<String, String>();
        if (people.stream().anyMatch(PassengerChange::isMoved)) {
            detail.put(
                    "fromSeats",
                    labels(people, PassengerChange::isMoved, PassengerChange::seatBefore));
            detail.put(
                    "toSeats",
                    labels(people, PassengerChange::isMoved, PassengerChange::seatAfter));
        }
        if (people.stream().anyMatch(PassengerChange::isRenamed)) {
            detail.put(
                    "renamedSeats",
                    labels(people, PassengerChange::isRenamed, PassengerChange::seatAfter));
        }
        if (isToAnotherContact()) {
            detail.put("contact", "changed");
        }
        return detail;
    }

    private static String labels(
            List<PassengerChange> people,
            Predicate<PassengerChange> which,
            Function<PassengerChange, String> side) {
        return people.stream().filter(which).map(side).collect(joining(", "));
    }

    private static Vnd atLeastNothing(Vnd amount) {
        return amount.isPositive() ? amount : Vnd.ZERO;
    }
}
