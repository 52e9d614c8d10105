package vn.busticket.tickets;

/**
 * A ticket by its number.
 *
 * @param isVoid true if it does not let anybody on a coach any more
 */
record ScannedTicket(long id, long passenger, boolean isVoid) {}
