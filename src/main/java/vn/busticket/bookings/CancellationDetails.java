package vn.busticket.bookings;

import java.time.Instant;
import java.util.Set;
import vn.busticket.shared.Vnd;

/**
 * A cancellation as messages and screens tell it.
 *
 * @param isWhole true if nobody travels any more
 * @param passengers who does not travel any more because of it
 * @param paid what had been paid for them
 * @param fee what of that is kept
 * @param refund what of that goes back
 */
public record CancellationDetails(
        CancellationId id,
        Instant at,
        Actor actor,
        boolean isWhole,
        Set<Long> passengers,
        Vnd paid,
        Vnd fee,
        Vnd refund) {

    public CancellationDetails {
        passengers = Set.copyOf(passengers);
    }
}
