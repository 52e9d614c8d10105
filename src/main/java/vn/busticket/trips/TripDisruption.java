package vn.busticket.trips;

import java.time.Instant;
import java.util.Optional;
import vn.busticket.shared.Vnd;

/**
 * Something that an operator did to a trip, as it stands on record.
 *
 * @param account whose number in accounts did it
 * @param departsBefore when the trip left its first stop before
 * @param departsAfter the same afterwards
 * @param plateBefore of the coach before, once one was assigned
 * @param plateAfter likewise afterwards
 * @param bookings how many it concerned
 * @param paid what had been paid for them
 */
public record TripDisruption(
        DisruptionId id,
        DisruptionKind kind,
        long account,
        String reason,
        Instant at,
        Instant departsBefore,
        Instant departsAfter,
        Optional<String> plateBefore,
        Optional<String> plateAfter,
        int bookings,
        int passengers,
        Vnd paid) {}
