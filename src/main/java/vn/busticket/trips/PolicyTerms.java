package vn.busticket.trips;

import static java.util.Comparator.comparing;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a policy says, as staff write it down.
 *
 * @param tiers of cancelling, in any order; none if nobody can cancel
 */
public record PolicyTerms(ChangeRule change, List<CancellationTier> tiers) {

    /** The longest time before a departure that a policy speaks of. */
    public static final Duration LONGEST = Duration.ofDays(60);

    /** As many tiers as people can still read. */
    public static final int MOST_TIERS = 8;

    public PolicyTerms {
        tiers = tiers.stream().sorted(comparing(CancellationTier::until).reversed()).toList();
    }

    /** What a policy says. */
    static PolicyTerms of(TicketPolicy policy) {
        return new PolicyTerms(policy.change(), policy.tiers());
    }

    /** The policy as passengers get it. */
    public TicketPolicy policy(Optional<Occasion> occasion, int fromSeats) {
        return new TicketPolicy(change, tiers, occasion, fromSeats);
    }

    /**
     * Checks what makes no sense to passengers.
     *
     * @throws PolicyRefused if two tiers end at the same time, or a later one costs less, or there
     *     are too many, or one ends too long before the departure
     */
    public void check() {
        if (tiers.size() > MOST_TIERS) {
            throw PolicyRefused.tooManyTiers();
        }
        if (change.until().compareTo(LONGEST) > 0
                || tiers.stream().anyMatch(tier -> tier.until().compareTo(LONGEST) > 0)) {
            throw PolicyRefused.tooEarly();
        }
        for (int i = 1; i < tiers.size(); i++) {
            var earlier = tiers.get(i - 1);
            var later = tiers.get(i);
            if (earlier.until().equals(later.until())) {
                throw PolicyRefused.sameTime();
            }
            if (isCheaper(later, earlier)) {
                throw PolicyRefused.laterCostsLess();
            }
        }
    }

    private static boolean isCheaper(CancellationTier one, CancellationTier other) {
        return one.feePercent() < other.feePercent()
                || one.feePercent() == other.feePercent() && one.fee().compareTo(other.fee()) < 0;
    }

    /** As the audit log and catalogue files write it: {@code 240,2,0,1440:0:0|0:50:0}. */
    @Override
    public String toString() {
        return "%d,%d,%d,%s"
                .formatted(
                        change.until().toMinutes(),
                        change.times(),
                        change.fee().dong(),
                        tiers.stream()
                                .map(tier ->
                                        "%d:%d:%d"
                                                .formatted(
                                                        tier.until().toMinutes(),
                                                        tier.feePercent(),
                                                        tier.fee().dong()))
                                .collect(Collectors.joining("|")));
    }
}
