package vn.busticket.bookings;

import java.time.Instant;
import java.util.Optional;
import vn.busticket.bookings.MoneyOutcome.Outcome;
import vn.busticket.shared.Vnd;

/**
 * What became of an odd payment, for the people who paid.
 *
 * @param amount what came, or what goes back
 * @param fromSeats the seats that had another owner; empty where nobody moved
 * @param toSeats what was sold instead, in the same order; empty where nobody moved
 */
public record MoneyLine(Instant at, Outcome outcome, Vnd amount, String fromSeats, String toSeats) {

    static Optional<MoneyLine> of(HistoryLine line) {
        return Outcome.of(line.event())
                .map(outcome ->
                        new MoneyLine(
                                line.at(),
                                outcome,
                                new Vnd(
                                        Long.parseLong(
                                                line.detail().getOrDefault("amountVnd", "0"))),
                                line.detail().getOrDefault("fromSeats", ""),
                                line.detail().getOrDefault("toSeats", "")));
    }
}
