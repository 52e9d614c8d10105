package vn.busticket.seats;

import java.util.List;
import java.util.Optional;

/**
 * What became of a wish to sit in another coach than the rest of a party.
 *
 * @param taken the wished seats that cannot be had; none if all could
 * @param party what has the wished seats now; empty if some cannot be had
 */
public record Parting(List<String> taken, Optional<HoldId> party) {

    public Parting {
        taken = List.copyOf(taken);
    }
}
