package vn.busticket.analytics;

import java.util.Optional;
import vn.busticket.trips.OperatorId;

/**
 * Whose sales somebody may see; stands above every filter.
 *
 * @param operator the only company, empty for an administrator, who sees all
 */
public record ReportScope(Optional<OperatorId> operator) {}
