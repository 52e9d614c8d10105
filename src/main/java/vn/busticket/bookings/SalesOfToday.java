package vn.busticket.bookings;

import vn.busticket.shared.Vnd;

/**
 * What was sold since a day began, and what waits for its money.
 *
 * @param confirmed bookings confirmed
 * @param tickets their seats
 * @param awaiting bookings that wait for their money
 * @param awaitingAmount what they cost together
 */
public record SalesOfToday(int confirmed, int tickets, int awaiting, Vnd awaitingAmount) {}
