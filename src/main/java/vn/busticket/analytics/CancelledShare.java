package vn.busticket.analytics;

import vn.busticket.shared.Vnd;

/**
 * Cancellations of one reason or by one kind of person.
 *
 * @param key the reason or person, a key of texts
 * @param amount what the cancelled tickets had cost
 */
public record CancelledShare(String key, long bookings, long tickets, Vnd amount) {}
