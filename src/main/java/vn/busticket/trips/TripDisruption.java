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
 * @param movedTo the trip by which the passengers go instead; empty if there is none
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
        Optional<TripId> movedTo,
        int bookings,
        int passengers,
        Vnd paid) {}
