package vn.busticket.trips;

/**
 * A policy as staff see it.
 *
 * @param id its number
 * @param policy what passengers get
 * @param isFromStaff true if it is no longer as a catalogue file says
 */
public record PolicyEntry(long id, PolicyScope scope, TicketPolicy policy, boolean isFromStaff) {}
