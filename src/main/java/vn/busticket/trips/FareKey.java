package vn.busticket.trips;

import vn.busticket.shared.Stretch;

/**
 * What a fare goes by.
 *
 * @param stretch from where to where
 * @param seatClass class of the seat
 */
public record FareKey(Stretch stretch, String seatClass) {}
