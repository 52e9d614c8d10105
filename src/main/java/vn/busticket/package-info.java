/**
 * BusTicket: sells coach seats and looks after each booking. Each package below this one is a room;
 * see the README.
 */
@NullMarked
package vn.busticket;

import org.jspecify.annotations.NullMarked;
