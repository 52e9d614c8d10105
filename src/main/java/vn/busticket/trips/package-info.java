/**
 * What the coach companies offer: places, stops, operators, buses with their seats, routes, fares,
 * schedules and the trips made from them, and their rules for changing and cancelling.
 *
 * <p>Ask it through: {@link vn.busticket.trips.Places} for finding places as people type them,
 * {@link vn.busticket.trips.Trips} for one trip with its stops, seats and fares, {@link
 * vn.busticket.trips.Catalogue} for what stays the same between trips, {@link
 * vn.busticket.trips.Buses} for the coaches, {@link vn.busticket.trips.TripChanges} to call a trip
 * off, to move it or to give it another coach, {@link vn.busticket.trips.TripDeskQueries} for lists
 * of staff, {@link vn.busticket.trips.OperatorTrips} for those that a member of staff may work on,
 * {@link vn.busticket.trips.TripCrews} for coach and driver, {@link vn.busticket.trips.PolicyDesk}
 * for the rules for changing and cancelling as staff keep them.
 *
 * <p>It tells: the notice "catalogue" to every node once reference data or trips changed, and the
 * notice "manifest" once coach or driver of a trip changed. It hears: "catalogue".
 *
 * <p>Owns: the tables of V010 and V155, {@code trip_disruption}, {@code trip_transfer}, {@code
 * CatalogueImport} at start, {@code GenerateTripsJob}.
 *
 * <p>Why so: layouts, paths and tariffs never change but are superseded, so that a trip means for
 * ever what it meant when its first seat was sold, and can be cached without a lock. The price is a
 * few more rows, and that a changed schedule or fare applies only to trips generated afterwards.
 * Policies are brought up to date in place, because each booking keeps the one it was bought under;
 * files leave alone what staff have changed, and a removed policy keeps its row for that.
 */
@ApplicationModule(allowedDependencies = {"shared", "accounts", "scheduling", "cluster"})
@NullMarked
package vn.busticket.trips;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
