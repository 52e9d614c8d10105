package vn.busticket.backoffice;

import java.util.Optional;
import vn.busticket.analytics.Figures;
import vn.busticket.shared.Vnd;

/** Figures against each other, as shares of 1; empty where there is nothing to divide by. */
final class Shares {

    private Shares() {}

    /** How full the coaches were. */
    static Optional<Double> load(Figures figures) {
        return of(figures.seatsSold(), figures.seatsOffered());
    }

    /** How many of the paid bookings were cancelled whole. */
    static Optional<Double> cancelled(Figures figures) {
        return of(figures.cancelledBookings(), figures.bookings());
    }

    /** What a paid booking brought on average, rounded to the đồng. */
    static Optional<Vnd> perBooking(Figures figures) {
        return of(figures.revenue().dong(), figures.bookings())
                .map(average -> new Vnd(Math.round(average)));
    }

    /** A part of a whole. */
    static Optional<Double> of(long part, long whole) {
        return whole == 0 ? Optional.empty() : Optional.of((double) part / whole);
    }
}
