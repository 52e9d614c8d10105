package vn.busticket.bookings;

import java.util.List;
import java.util.Optional;

/**
 * What became of a try to make a change.
 *
 * @param taken the wished seats that cannot be had; then nothing is changed
 * @param travelling the booking of those who go by the trip of the change, the changed one or one
 *     of their own; empty if nothing is changed
 */
record MadeChange(List<String> taken, Optional<Booking> travelling) {

    static MadeChange not(List<String> taken) {
        return new MadeChange(taken, Optional.empty());
    }

    static MadeChange of(Booking travelling) {
        return new MadeChange(List.of(), Optional.of(travelling));
    }
}
