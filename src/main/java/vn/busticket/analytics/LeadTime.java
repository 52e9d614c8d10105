package vn.busticket.analytics;

/**
 * Paid bookings by the days between payment and departure.
 *
 * @param fromDays first day of the step, 0 for the day of departure
 * @param toDays last day, {@link Integer#MAX_VALUE} for an open end
 */
public record LeadTime(int fromDays, int toDays, long bookings) {}
