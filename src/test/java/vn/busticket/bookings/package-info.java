/** Tests of bookings: checkout, placing, money, expiry, access, and the life of many at random. */
@NullMarked
package vn.busticket.bookings;

import org.jspecify.annotations.NullMarked;
