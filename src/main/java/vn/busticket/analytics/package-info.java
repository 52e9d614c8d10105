/**
 * Figures that a coach company runs on: what was sold, changed, given back, searched, and how full
 * the coaches are.
 *
 * <p>Ask it through: {@link vn.busticket.analytics.RevenueReports}, {@link
 * vn.busticket.analytics.BookingReports}.
 *
 * <p>Why so: a figure is defined once, in SQL, and is right the moment after the payment.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "bookings",
            "payments",
            "trips",
            "seats",
            "accounts",
            "scheduling",
            "cluster"
        })
@NullMarked
package vn.busticket.analytics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
