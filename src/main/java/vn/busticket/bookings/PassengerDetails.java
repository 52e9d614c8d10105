package vn.busticket.bookings;

import vn.busticket.shared.Vnd;

/**
 * One traveller of a booking.
 *
 * @param id names the traveller for tickets
 * @param price what the seat cost when it was held
 */
public record PassengerDetails(
        long id,
        String seatLabel,
        String seatClass,
        String fullName,
        Vnd price,
        PassengerState state) {}
