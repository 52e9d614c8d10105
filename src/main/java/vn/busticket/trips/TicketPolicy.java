package vn.busticket.trips;

import static java.util.Comparator.comparing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.busticket.shared.Vnd;

/**
 * What changing and cancelling cost, and until when.
 *
 * @param tiers of cancelling, the earliest end first; later than the last nobody can cancel, and
 *     without any nobody ever can
 * @param occasion the holiday because of which it applies
 * @param fromSeats the number of seats from which it applies; 1 for everybody
 */
public record TicketPolicy(
        ChangeRule change,
        List<CancellationTier> tiers,
        Optional<Occasion> occasion,
        int fromSeats) {

    /** Applies where an operator has said nothing: all back until the departure. */
    public static final TicketPolicy OF_THE_HOUSE =
            new TicketPolicy(
                    new ChangeRule(Duration.ofHours(4), 2, Vnd.ZERO),
                    List.of(new CancellationTier(Duration.ZERO, 0, Vnd.ZERO)),
                    Optional.empty(),
                    1);

    public TicketPolicy {
        if (fromSeats < 1) {
            throw new IllegalArgumentException("A policy from %d seats".formatted(fromSeats));
        }
        tiers = tiers.stream().sorted(comparing(CancellationTier::until).reversed()).toList();
    }

    /** What cancelling costs at that moment; empty if it is too late. */
    public Optional<CancellationTier> tierAt(Instant departsAt, Instant now) {
        return tiers.stream().filter(tier -> tier.endsAt(departsAt).isAfter(now)).findFirst();
    }

    /** From when on nobody can cancel; empty if nobody ever can. */
    public Optional<Instant> cancellationEndsAt(Instant departsAt) {
        return tiers.isEmpty() ? Optional.empty() : Optional.of(tiers.getLast().endsAt(departsAt));
    }

    /** At each moment the better of this and another one, for seats under both. */
    TicketPolicy better(TicketPolicy other) {
        var ends =
                Stream.concat(tiers.stream(), other.tiers.stream())
                        .map(CancellationTier::until)
                        .distinct()
                        .sorted(Comparator.reverseOrder())
                        .toList();
        var best = new ArrayList<CancellationTier>();
        for (var until : ends) {
            Stream.of(this, other)
                    .flatMap(policy -> policy.tierLasting(until).stream())
                    .map(tier -> new CancellationTier(until, tier.feePercent(), tier.fee()))
                    .reduce(TicketPolicy::cheaper)
                    .ifPresent(best::add);
        }
        return new TicketPolicy(
                new ChangeRule(
                        least(change.until(), other.change.until()),
                        Math.max(change.times(), other.change.times()),
                        change.fee().atMost(other.change.fee())),
                best,
                occasion.or(other::occasion),
                Math.min(fromSeats, other.fromSeats));
    }

    private Optional<CancellationTier> tierLasting(Duration until) {
        return tiers.stream().filter(tier -> tier.until().compareTo(until) <= 0).findFirst();
    }

    private static CancellationTier cheaper(CancellationTier one, CancellationTier two) {
        return new CancellationTier(
                one.until(),
                Math.min(one.feePercent(), two.feePercent()),
                one.fee().atMost(two.fee()));
    }

    private static Duration least(Duration one, Duration two) {
        return one.compareTo(two) <= 0 ? one : two;
    }
}
