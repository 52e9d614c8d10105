package vn.busticket.analytics;

import vn.busticket.shared.Vnd;

/**
 * The figures of one period and one group of sales.
 *
 * @param received money allocated to bookings, by the day it was allocated
 * @param refunded money taken back from bookings, by the day it was decided; never negative
 * @param bookings bookings that were paid, by the day they were confirmed
 * @param tickets passengers of them
 * @param cancelledBookings bookings cancelled whole after they were paid, by the day of the
 *     cancellation
 * @param cancelledTickets passengers cancelled, with a whole booking or alone
 * @param cancelledAmount what the cancelled tickets had cost
 * @param expiredBookings bookings that were not paid in time, by the day they expired
 * @param seatsSold passengers who hold a ticket for a trip that departs in the period
 * @param seatsOffered seats of the trips that depart in the period and are not called off
 */
public record Figures(
        Vnd received,
        Vnd refunded,
        long bookings,
        long tickets,
        long cancelledBookings,
        long cancelledTickets,
        Vnd cancelledAmount,
        long expiredBookings,
        long seatsSold,
        long seatsOffered) {

    /** Where nothing happened. */
    public static final Figures NONE =
            new Figures(Vnd.ZERO, Vnd.ZERO, 0, 0, 0, 0, Vnd.ZERO, 0, 0, 0);

    /** Net revenue: what was received less what was taken back. */
    public Vnd revenue() {
        return received.minus(refunded);
    }

    /** Both together. */
    public Figures plus(Figures other) {
        return new Figures(
                received.plus(other.received),
                refunded.plus(other.refunded),
                bookings + other.bookings,
                tickets + other.tickets,
                cancelledBookings + other.cancelledBookings,
                cancelledTickets + other.cancelledTickets,
                cancelledAmount.plus(other.cancelledAmount),
                expiredBookings + other.expiredBookings,
                seatsSold + other.seatsSold,
                seatsOffered + other.seatsOffered);
    }
}
