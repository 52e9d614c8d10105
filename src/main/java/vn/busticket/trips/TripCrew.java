package vn.busticket.trips;

import java.util.Optional;
import vn.busticket.shared.PhoneNumber;

/**
 * Which coach runs a trip and who drives it; each is empty until somebody has said it.
 *
 * @param plate as it stands on the coach, 4 to 20 signs
 * @param driverName at most 100 signs
 */
public record TripCrew(
        Optional<String> plate, Optional<String> driverName, Optional<PhoneNumber> driverPhone) {

    private static final int SHORTEST_PLATE = 4;
    private static final int LONGEST_PLATE = 20;
    private static final int LONGEST_NAME = 100;

    public TripCrew {
        plate = plate.map(String::strip).filter(typed -> !typed.isEmpty());
        driverName = driverName.map(String::strip).filter(typed -> !typed.isEmpty());
        if (plate.filter(typed -> !isPlate(typed)).isPresent()) {
            throw new IllegalArgumentException("Not a plate of 4 to 20 signs");
        }
        if (driverName.filter(name -> name.length() > LONGEST_NAME).isPresent()) {
            throw new IllegalArgumentException("A driver's name is too long");
        }
    }

    /** True if it could stand on a coach. */
    public static boolean isPlate(String typed) {
        var length = typed.strip().length();
        return length >= SHORTEST_PLATE && length <= LONGEST_PLATE;
    }
}
