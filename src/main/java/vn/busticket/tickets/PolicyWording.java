package vn.busticket.tickets;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.busticket.documents.Wording;
import vn.busticket.shared.Language;
import vn.busticket.trips.CancellationTier;
import vn.busticket.trips.ChangeRule;
import vn.busticket.trips.TicketPolicy;

/** Says in a few sentences what changing and cancelling cost, and until when. */
public final class PolicyWording {

    private final Wording words;

    private PolicyWording(Wording words) {
        this.words = words;
    }

    /** The wording of a language. */
    public static PolicyWording of(Language language) {
        return new PolicyWording(Wording.of(language));
    }

    /** In hours before the departure, for who has not bought yet. */
    public List<String> beforeDeparture(TicketPolicy policy) {
        return sentences(policy, this::before);
    }

    /** In days and hours of the clock, for a coach that leaves then. */
    public List<String> until(TicketPolicy policy, Instant departsAt) {
        return sentences(
                policy, time -> words.text("policy.until", words.moment(departsAt.minus(time))));
    }

    /** What is kept by a tier: {@code a fee of 10%}. */
    public String fee(CancellationTier tier) {
        if (tier.isFree()) {
            return words.text("policy.fee.none");
        }
        if (tier.keepsAll()) {
            return words.text("policy.fee.all");
        }
        if (!tier.fee().isPositive()) {
            return words.text("policy.fee.percent", tier.feePercent());
        }
        return tier.feePercent() == 0
                ? words.text("policy.fee.fixed", words.money(tier.fee()))
                : words.text("policy.fee.both", tier.feePercent(), words.money(tier.fee()));
    }

    private List<String> sentences(TicketPolicy policy, Function<Duration, String> when) {
        var sentences = new ArrayList<String>();
        lead(policy).ifPresent(sentences::add);
        sentences.add(cancelling(policy, when));
        sentences.add(changing(policy.change(), when));
        return List.copyOf(sentences);
    }

    private Optional<String> lead(TicketPolicy policy) {
        if (policy.occasion().isPresent()) {
            return policy.occasion()
                    .map(day -> words.text("policy.occasion", day.name(words.language())));
        }
        return policy.fromSeats() > 1
                ? Optional.of(words.text("policy.group", policy.fromSeats()))
                : Optional.empty();
    }

    private String cancelling(TicketPolicy policy, Function<Duration, String> when) {
        if (policy.tiers().isEmpty()) {
            return words.text("policy.cancel.never");
        }
        var tiers =
                policy.tiers().stream()
                        .map(tier ->
                                words.text(
                                        "policy.cancel.tier", when.apply(tier.until()), fee(tier)))
                        .collect(joining("; "));
        return policy.tiers().getLast().until().isZero()
                ? words.text("policy.cancel", tiers)
                : words.text("policy.cancel.ends", tiers);
    }

    private String changing(ChangeRule rule, Function<Duration, String> when) {
        if (!rule.isPossible()) {
            return words.text("policy.change.never");
        }
        return rule.fee().isPositive()
                ? words.text(
                        "policy.change.fee",
                        when.apply(rule.until()),
                        rule.times(),
                        words.money(rule.fee()))
                : words.text("policy.change", when.apply(rule.until()), rule.times());
    }

    private String before(Duration time) {
        return time.isZero()
                ? words.text("policy.until.departure")
                : words.text("policy.until.before", words.duration(time));
    }
}
