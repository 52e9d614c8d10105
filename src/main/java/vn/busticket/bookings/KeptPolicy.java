package vn.busticket.bookings;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.busticket.shared.Vnd;
import vn.busticket.trips.CancellationTier;
import vn.busticket.trips.ChangeRule;
import vn.busticket.trips.Occasion;
import vn.busticket.trips.TicketPolicy;

/** The policy that a booking was bought under, in the form in which its row keeps it as JSON. */
record KeptPolicy(
        int changeUntilMinutes,
        int changes,
        long changeFeeVnd,
        int fromSeats,
        @Nullable Holiday holiday,
        List<Tier> tiers) {

    record Tier(int untilMinutes, int feePercent, long feeVnd) {}

    record Holiday(String vi, String en) {}

    static KeptPolicy of(TicketPolicy policy) {
        return new KeptPolicy(
                minutes(policy.change().until()),
                policy.change().times(),
                policy.change().fee().dong(),
                policy.fromSeats(),
                policy.occasion().map(day -> new Holiday(day.nameVi(), day.nameEn())).orElse(null),
                policy.tiers().stream()
                        .map(tier ->
                                new Tier(
                                        minutes(tier.until()),
                                        tier.feePercent(),
                                        tier.fee().dong()))
                        .toList());
    }

    TicketPolicy policy() {
        return new TicketPolicy(
                new ChangeRule(
                        Duration.ofMinutes(changeUntilMinutes), changes, new Vnd(changeFeeVnd)),
                tiers.stream()
                        .map(tier ->
                                new CancellationTier(
                                        Duration.ofMinutes(tier.untilMinutes()),
                                        tier.feePercent(),
                                        new Vnd(tier.feeVnd())))
                        .toList(),
                Optional.ofNullable(holiday).map(day -> new Occasion(day.vi(), day.en())),
                fromSeats);
    }

    private static int minutes(Duration time) {
        return Math.toIntExact(time.toMinutes());
    }
}
