package vn.busticket.bookings;

import vn.busticket.payments.PayableId;

/** A booking in a list about something else: enough to know which one it is. */
public record BookingBrief(
        PayableId payable, String code, String contactName, BookingState state) {}
