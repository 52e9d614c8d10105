package vn.busticket.access;

import static java.util.Map.entry;
import static vn.busticket.access.Rule.ADMINISTRATORS;
import static vn.busticket.access.Rule.EVERYBODY;
import static vn.busticket.access.Rule.SIGNED_IN;
import static vn.busticket.access.Rule.STAFF;

import java.util.Map;

/** For whom each address is. A screen that does not stand here breaks the build. */
final class Matrix {

    static final Map<String, Rule> RULES =
            Map.ofEntries(
                    entry("", EVERYBODY),
                    entry("trips", EVERYBODY),
                    entry("trips/:tripId", EVERYBODY),
                    entry("checkout/:hold", EVERYBODY),
                    entry("payment/:token", EVERYBODY),
                    entry("payment/success/:token?", EVERYBODY),
                    entry("payment/failure/:token?", EVERYBODY),
                    entry("bookings", SIGNED_IN),
                    entry("bookings/find", EVERYBODY),
                    entry("bookings/:code", EVERYBODY),
                    entry("bookings/:code/edit", EVERYBODY),
                    entry("b/:token", EVERYBODY),
                    entry("refund/:token", EVERYBODY),
                    entry("refund-account/:token", EVERYBODY),
                    entry("tickets/key", EVERYBODY),
                    entry("unsubscribe/:token", EVERYBODY),
                    entry("login", EVERYBODY),
                    entry("two-factor", SIGNED_IN),
                    entry("register", EVERYBODY),
                    entry("verify-email/:token?", EVERYBODY),
                    entry("forgot-password", EVERYBODY),
                    entry("reset-password/:token", EVERYBODY),
                    entry("profile/:section?", SIGNED_IN),
                    entry("admin", ADMINISTRATORS),
                    entry("admin/payments", ADMINISTRATORS),
                    entry("admin/payments/transactions", ADMINISTRATORS),
                    entry("admin/payments/exceptions", ADMINISTRATORS),
                    entry("admin/payments/refunds", ADMINISTRATORS),
                    entry("admin/payments/reconciliation", ADMINISTRATORS),
                    entry("admin/payments/webhook", ADMINISTRATORS),
                    entry("admin/payments/booking/:code", ADMINISTRATORS),
                    entry("admin/notifications", ADMINISTRATORS),
                    entry("admin/notifications/log", ADMINISTRATORS),
                    entry("admin/notifications/give-ups", ADMINISTRATORS),
                    entry("admin/notifications/suppressions", ADMINISTRATORS),
                    entry("admin/notifications/templates", ADMINISTRATORS),
                    entry("admin/trips", ADMINISTRATORS),
                    entry("admin/trips/:trip", ADMINISTRATORS),
                    entry("operator", STAFF),
                    entry("operator/trips", STAFF),
                    entry("operator/trips/:trip", STAFF),
                    entry("operator/trips/:trip([0-9]{1,18})/manifest", STAFF),
                    entry("admin/policies", ADMINISTRATORS),
                    entry("admin/analytics/revenue", ADMINISTRATORS),
                    entry("admin/analytics/bookings", ADMINISTRATORS),
                    entry("operator/analytics/revenue", STAFF),
                    entry("operator/analytics/bookings", STAFF),
                    entry("admin/system", ADMINISTRATORS),
                    entry("admin/people", ADMINISTRATORS),
                    entry("admin/audit", ADMINISTRATORS));

    private Matrix() {}
}
