package vn.busticket.bookings;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One line of a booking's history.
 *
 * @param fromState empty for the first
 * @param detail for staff: {@code amountVnd} where money came or goes back, {@code fromSeats} and
 *     {@code toSeats} where passengers moved, {@code fromDeparture} and {@code toDeparture} where
 *     they changed the trip, {@code renamedSeats} where others travel, {@code contact} where others
 *     are told, {@code paidVnd} and {@code backVnd} of a change; of a cancellation {@code feeVnd}
 *     that is kept, {@code reason}, {@code account} and, of a part, {@code seats}, {@code
 *     disruption} where the operator did something to the trip; {@code passenger}, {@code seat},
 *     {@code before}, {@code after}, {@code doneAt} and {@code account} where the crew noted
 *     something about one passenger
 */
public record HistoryLine(
        Instant at,
        Actor actor,
        HistoryEvent event,
        Optional<BookingState> fromState,
        BookingState toState,
        Map<String, String> detail) {

    public HistoryLine {
        detail = Map.copyOf(detail);
    }
}
