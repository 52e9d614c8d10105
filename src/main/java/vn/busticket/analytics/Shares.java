package vn.busticket.analytics;

import java.util.Optional;
import vn.busticket.shared.Language;

/** Figures against each other: shares of 1, empty where there is nothing to divide by. */
final class Shares {

    private Shares() {}

    /** How full the coaches were. */
    static Optional<Double> occupancy(Figures figures) {
        return share(figures.seatsSold(), figures.seatsOffered());
    }

    /** How much of the paid bookings was cancelled whole. */
    static Optional<Double> cancelled(Figures figures) {
        return share(figures.cancelledBookings(), figures.bookings());
    }

    /** A part of a whole. */
    static Optional<Double> share(long part, long whole) {
        return whole == 0 ? Optional.empty() : Optional.of((double) part / whole);
    }

    /** How much more it is than before; 0.082 for 8.2 % more. */
    static Optional<Double> change(long now, long before) {
        return before == 0
                ? Optional.empty()
                : Optional.of((double) (now - before) / Math.abs(before));
    }

    /** The name of a row in a language. */
    static String name(GroupRow row, Language language) {
        return language == Language.VI ? row.nameVi() : row.nameEn();
    }
}
