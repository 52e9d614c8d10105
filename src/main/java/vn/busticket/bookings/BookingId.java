package vn.busticket.bookings;

import java.io.Serializable;

/**
 * Names one booking inside the house; people use its code.
 *
 * @param value database id
 */
public record BookingId(long value) implements Serializable {}
