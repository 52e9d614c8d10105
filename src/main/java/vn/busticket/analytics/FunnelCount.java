package vn.busticket.analytics;

import java.util.Map;
import java.util.Optional;

/**
 * How many came as far as one step.
 *
 * @param compared the same in the compared period
 */
public record FunnelCount(
        FunnelStep step, long count, Map<Device, Long> byDevice, Optional<Long> compared) {}
