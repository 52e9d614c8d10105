package vn.busticket.payments;

/**
 * A bank in Vietnam.
 *
 * @param bin the six digits that NAPAS gave it
 * @param name as people know it
 */
public record Bank(String bin, String name) {}
