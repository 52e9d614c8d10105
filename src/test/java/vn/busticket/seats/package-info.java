/** Tests of seats: who gets one, for how long, and what the database refuses. */
@NullMarked
package vn.busticket.seats;

import org.jspecify.annotations.NullMarked;
