package vn.busticket.tickets;

/**
 * A ticket that is genuine and worthless.
 *
 * @param isCancelled true if the travel was given up, false if another ticket took its place
 */
public record VoidTicket(long id, boolean isCancelled) {}
