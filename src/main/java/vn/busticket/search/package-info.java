/**
 * What can be bought: trips between two places on a day, with seats left and the price.
 *
 * <p>Ask it through: {@link vn.busticket.search.TripSearch}; {@link vn.busticket.search.TripFilter}
 * and {@link vn.busticket.search.TripSort} narrow and order what it found.
 *
 * <p>It tells nothing and hears nothing; it owns no table and no job.
 *
 * <p>Why so: what is left is counted from {@code seat_occupancy} at the moment of asking instead of
 * being kept as a number, because a hold ends by time alone. The price is one more index look-up
 * for each trip shown.
 */
@ApplicationModule(allowedDependencies = {"shared", "trips"})
@NullMarked
package vn.busticket.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
