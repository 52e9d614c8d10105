package vn.busticket.bookings;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.busticket.shared.Vnd;
import vn.busticket.trips.CancellationTier;

/**
 * What cancelling costs.
 *
 * @param lines those who would not travel any more, by seat
 * @param isWhole true if nobody would be left
 * @param paid what was received for them and not returned
 * @param fee what is kept of it
 * @param refund what goes back
 * @param tier of the policy by which the fee is kept; empty if there is none to keep
 * @param until when another price begins, or cancelling ends
 */
public record CancellationQuote(
        List<Line> lines,
        boolean isWhole,
        Vnd paid,
        Vnd fee,
        Vnd refund,
        Optional<CancellationTier> tier,
        Instant until) {

    /**
     * One of them.
     *
     * @param passenger names the traveller
     * @param price what the seat costs
     * @param fee what is kept of that
     */
    public record Line(long passenger, String seat, String name, Vnd price, Vnd fee) {}

    public CancellationQuote {
        lines = List.copyOf(lines);
        if (!fee.plus(refund).equals(paid)) {
            throw new IllegalArgumentException(
                    "A fee of %s and a refund of %s are not the %s paid"
                            .formatted(fee, refund, paid));
        }
    }

    /** Those who would not travel any more. */
    public Set<Long> passengers() {
        return lines.stream().map(Line::passenger).collect(toUnmodifiableSet());
    }

    /** The seats that would be free. */
    List<String> seats() {
        return lines.stream().map(Line::seat).toList();
    }

    /** True if another one cancels the same people for the same money. */
    boolean isAsGoodAs(CancellationQuote other) {
        return lines.equals(other.lines) && paid.equals(other.paid) && fee.equals(other.fee);
    }
}
