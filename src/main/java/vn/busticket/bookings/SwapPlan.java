package vn.busticket.bookings;

import java.util.List;
import java.util.Optional;
import vn.busticket.seats.HeldSeat;
import vn.busticket.shared.Vnd;
import vn.busticket.trips.Bus;

/**
 * What would become of everybody on a trip if another coach drove it; equal to another plan if it
 * does the same to the same people.
 *
 * @param bus the other coach
 * @param fates of all bookings that have seats, by their ids
 */
public record SwapPlan(Bus bus, List<Fate> fates) {

    public SwapPlan {
        fates = List.copyOf(fates);
    }

    /** What becomes of a booking. */
    public enum Kind {
        /** All sit on the same labels in the same class. */
        STAYS,
        /** Some sit elsewhere, in the same or a better class. */
        ELSEWHERE,
        /** Some sit in a class that is worth less than what was paid for. */
        LOWER_CLASS,
        /** There is not enough room for them. */
        NO_SEAT
    }

    /**
     * What becomes of one booking.
     *
     * @param isPaid false while it waits for its money
     * @param total what it costs before
     * @param seats of all travellers
     */
    public record Fate(
            BookingId booking,
            String code,
            String contactName,
            boolean isPaid,
            Vnd total,
            Kind kind,
            List<SeatChange> seats) {

        public Fate {
            seats = List.copyOf(seats);
        }

        /** What is given back because the new seats are worth less. */
        public Vnd difference() {
            return Vnd.sum(seats.stream().map(SeatChange::difference).toList());
        }

        /** True if staff have to know of it before. */
        public boolean isConflict() {
            return kind == Kind.LOWER_CLASS || kind == Kind.NO_SEAT;
        }

        /** True if staff may choose between a lower class and all the money back. */
        public boolean isForStaff() {
            return kind == Kind.LOWER_CLASS && isPaid;
        }
    }

    /**
     * A traveller's seat before and afterwards.
     *
     * @param after empty if there is none
     */
    public record SeatChange(
            long passenger, String fullName, HeldSeat before, Optional<HeldSeat> after) {

        Vnd difference() {
            return after.map(seat -> before.price().minus(seat.price())).orElse(Vnd.ZERO);
        }
    }

    /** The bookings of a kind. */
    public List<Fate> of(Kind kind) {
        return fates.stream().filter(fate -> fate.kind() == kind).toList();
    }

    /** The bookings that staff have to know of before. */
    public List<Fate> conflicts() {
        return fates.stream().filter(Fate::isConflict).toList();
    }

    /** True if it does the same to the same people. */
    boolean isStill(SwapPlan other) {
        return bus.id().equals(other.bus.id())
                && bus.layout().id() == other.bus.layout().id()
                && fates.equals(other.fates);
    }
}
