package vn.busticket.bookings;

import vn.busticket.shared.PhoneNumber;

/** Whom to tell about a booking. */
public record BookingContact(String name, PhoneNumber phone, String email) {}
