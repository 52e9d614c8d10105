package vn.busticket.trips;

import java.time.Duration;

/**
 * A coach company.
 *
 * @param salesCutoff how long before the departure from the boarding stop its sales end
 */
public record Operator(
        OperatorId id,
        String code,
        String name,
        String hotline,
        String email,
        Duration salesCutoff) {}
