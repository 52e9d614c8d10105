package vn.busticket.bookings;

/**
 * Names one cancellation, of a whole booking or of a part.
 *
 * @param value its number in the database
 */
public record CancellationId(long value) {}
