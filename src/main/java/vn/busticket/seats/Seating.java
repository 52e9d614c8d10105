package vn.busticket.seats;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where a party sits in another coach.
 *
 * @param places the place for each old label; none if there is no room for all of them
 */
public record Seating(Party party, Map<String, Place> places) {

    public Seating {
        places = Collections.unmodifiableMap(new TreeMap<>(places));
    }

    /**
     * A place in the other coach.
     *
     * @param isLower true if its class is worth less than the one that was paid for
     */
    public record Place(String label, String seatClass, boolean isLower) {}

    /** True if there is room for all of them. */
    public boolean hasSeats() {
        return !places.isEmpty();
    }

    /** True if somebody sits on another label than before. */
    public boolean isElsewhere() {
        return places.entrySet().stream()
                .anyMatch(place -> !place.getKey().equals(place.getValue().label()));
    }

    /** True if somebody gets less than was paid for. */
    public boolean isLower() {
        return places.values().stream().anyMatch(Place::isLower);
    }

    /** The new labels in the order of the old seats. */
    public List<String> labels() {
        return party.seats().stream().map(seat -> place(seat.label()).label()).toList();
    }

    /**
     * The place of an old label.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Place place(String oldLabel) {
        var place = places.get(oldLabel);
        if (place == null) {
            throw new IllegalArgumentException("No place for seat " + oldLabel);
        }
        return place;
    }
}
