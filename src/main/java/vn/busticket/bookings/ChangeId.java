package vn.busticket.bookings;

import java.io.Serializable;

/**
 * Names one change of a booking inside the house; never shown to people.
 *
 * @param value database id
 */
public record ChangeId(long value) implements Serializable {}
