package vn.busticket.bookings;

import java.util.HashMap;
import java.util.Map;
import vn.busticket.shared.Vnd;

/** What lines of the history tell besides what happened. */
final class HistoryDetail {

    private HistoryDetail() {}

    /** How much came or goes back. */
    static Map<String, String> of(Vnd amount) {
        return Map.of("amountVnd", Long.toString(amount.dong()));
    }

    /** How much came, and who sits elsewhere. */
    static Map<String, String> of(Vnd amount, SeatMoves moves) {
        var told = new HashMap<>(of(amount));
        told.putAll(moves.detail());
        return told;
    }

    /** What a cancellation costs, and what else is known of it. */
    static Map<String, String> of(
            CancellationQuote price, Map<String, String> seats, Map<String, String> detail) {
        var told = new HashMap<>(detail);
        told.putAll(seats);
        told.putAll(of(price.refund()));
        told.put("feeVnd", Long.toString(price.fee().dong()));
        return told;
    }

    /** The same with something more. */
    static Map<String, String> with(Map<String, String> detail, String name, String value) {
        var told = new HashMap<>(detail);
        told.put(name, value);
        return told;
    }
}
