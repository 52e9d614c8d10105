/** Tests of the figures: each equal to what bookings and ledger say, at any moment. */
@NullMarked
package vn.busticket.analytics;

import org.jspecify.annotations.NullMarked;
