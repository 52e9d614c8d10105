package vn.busticket.analytics;

/** The steps from a search to a paid booking, in their order. */
public enum FunnelStep {
    SEARCHED,
    TRIP_VIEWED,
    SEATS_HELD,
    BOOKING_CREATED,
    PAYMENT_STARTED,
    PAID
}
