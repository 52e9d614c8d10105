package vn.busticket.trips;

import java.util.Set;
import vn.busticket.shared.Language;

/**
 * A kind of coach.
 *
 * @param seatCount seats that can be sold, in its newest layout
 */
public record BusType(
        String code,
        Kind kind,
        String nameVi,
        String nameEn,
        Set<Amenity> amenities,
        int seatCount) {

    /** How one travels in it; its name for people is the message {@code trips.bus-kind.…}. */
    public enum Kind {
        /** Seats. */
        SEATER,
        /** Berths on two decks. */
        SLEEPER,
        /** Cabins that can be closed. */
        CABIN,
        /** A small coach of few, wide seats. */
        LIMOUSINE,
        /** A small coach of many seats. */
        VAN
    }

    public BusType {
        amenities = Set.copyOf(amenities);
    }

    /** Its name in that language. */
    public String name(Language language) {
        return language == Language.VI ? nameVi : nameEn;
    }
}
