package vn.busticket.bookings;

/**
 * What saving a change has led to.
 *
 * @param isToBePaid true if nothing is changed yet because the difference has to be paid first
 */
public record SavedChange(ChangeId id, boolean isToBePaid) {}
