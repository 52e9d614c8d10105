package vn.busticket.analytics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import vn.busticket.shared.Vnd;

/** One value of a table that is taken away as a file: a number stays one there. */
sealed interface Cell {

    /** Words, which a file must never take for a formula. */
    record Words(String text) implements Cell {}

    /** A whole number of things. */
    record Count(long number) implements Cell {}

    /** A number of things on average. */
    record Average(double number) implements Cell {}

    /** An amount. */
    record Money(Vnd amount) implements Cell {}

    /** A share of 1. */
    record Share(double of1) implements Cell {}

    /** A day of Vietnam's calendar. */
    record Day(LocalDate day) implements Cell {}

    /** A moment, written on Vietnam's clocks. */
    record Moment(Instant at) implements Cell {}

    /** There is no such value. */
    record Nothing() implements Cell {}

    Cell NOTHING = new Nothing();

    /** A share, where there is one. */
    static Cell share(Optional<Double> share) {
        return share.<Cell>map(Share::new).orElse(NOTHING);
    }

    /** The revenue of a compared period, where there is one. */
    static Cell revenue(Optional<Figures> figures) {
        return figures.<Cell>map(one -> new Money(one.revenue())).orElse(NOTHING);
    }
}
