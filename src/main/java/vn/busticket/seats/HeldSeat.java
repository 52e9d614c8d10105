package vn.busticket.seats;

import vn.busticket.shared.Vnd;

/**
 * One seat of a hold with its fare when it was taken.
 *
 * @param label what is written on it
 * @param seatClass what its fare goes by
 * @param price the fare that stays valid for this hold
 */
public record HeldSeat(String label, String seatClass, Vnd price) {}
