/**
 * The screens of passengers: one class for each address.
 *
 * <p>Ask it through: nothing; people come by its addresses. It tells nothing and hears the notices
 * of what it shows. Owns no table and no job.
 *
 * <p>Why so: a screen puts together what the rooms below know and decides nothing itself; the price
 * is that it may know nearly all of them.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "ui",
            "search",
            "trips",
            "seats",
            "payments",
            "bookings",
            "tickets",
            "notifications",
            "accounts",
            "analytics",
            "cluster"
        })
@NullMarked
package vn.busticket.storefront;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
