package vn.busticket.seats;

import java.io.Serializable;

/**
 * Names one hold inside the house; never shown to people.
 *
 * @param value database id
 */
public record HoldId(long value) implements Serializable {}
