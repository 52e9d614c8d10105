package vn.busticket.payments;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What came of asking a gateway about one thing.
 *
 * @param pause how long to wait before asking again, if the gateway could not be asked now
 */
record Compared(List<Difference> differences, Optional<Duration> pause) {

    static Compared found(List<Difference> differences) {
        return new Compared(differences, Optional.empty());
    }

    static Compared found(Difference difference) {
        return found(List.of(difference));
    }

    static Compared alike() {
        return found(List.of());
    }

    static Compared later(Duration pause) {
        return new Compared(List.of(), Optional.of(pause));
    }
}
