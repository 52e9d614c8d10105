package vn.busticket.trips;

import vn.busticket.shared.Vnd;

/**
 * How many bookings something that is done to a trip concerns.
 *
 * @param bookings paid ones and those that wait for their money
 * @param unpaid how many of them wait for their money
 * @param passengers who was to travel with them
 * @param paid what was paid for them
 */
public record Concerned(int bookings, int unpaid, int passengers, Vnd paid) {}
