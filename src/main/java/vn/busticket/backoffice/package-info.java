/**
 * The screens of staff: one class for each address, within one frame.
 *
 * <p>Ask it through: nothing; people come by its addresses, and each view names the roles that may
 * open it. It tells nothing and hears nothing. Owns no table and no job; the indexes that its lists
 * need are in {@code V100__desk.sql}.
 *
 * <p>Why so: a screen puts together what the rooms below know and decides nothing itself. Lists ask
 * the database for the rows that are shown and for no others, and their search, filter and page
 * stand in the address, so that a clerk can send one to another. The price is that everything is
 * asked anew on each visit.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "ui",
            "trips",
            "seats",
            "payments",
            "bookings",
            "tickets",
            "notifications",
            "accounts",
            "cluster",
            "analytics",
            "scheduling",
            "operations"
        })
@NullMarked
package vn.busticket.backoffice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
