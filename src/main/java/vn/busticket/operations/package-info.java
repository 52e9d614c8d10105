/**
 * How the product is doing, told to those who run it.
 *
 * <p>Ask it through: {@link vn.busticket.operations.HealthReport} (how each part is). It tells and
 * hears nothing. Owns no table and no job.
 *
 * <p>Why so: each room measures itself and says how the foreign systems behind it are, because it
 * alone knows what is worth knowing; here is only what belongs to none of them. Dashboards, alerts
 * and the runbook stand in {@code src/main/monitoring}. The price is that the names of metrics are
 * spread over the rooms; a test compares them with what dashboards and alerts ask for.
 */
@ApplicationModule(allowedDependencies = "shared")
@NullMarked
package vn.busticket.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
