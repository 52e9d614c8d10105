package vn.busticket.trips;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;

/** All that one operator has said about changing and cancelling. */
public final class OperatorPolicies {

    /** Of an operator that has said nothing. */
    public static final OperatorPolicies NONE = new OperatorPolicies(List.of());

    /** A holiday outweighs the number of seats, and that a class. */
    private static final Comparator<OperatorPolicy> NEARNESS =
            comparing(OperatorPolicy::isForHoliday)
                    .thenComparing(OperatorPolicy::fromSeats)
                    .thenComparing(OperatorPolicy::isForClass);

    private final List<OperatorPolicy> policies;

    OperatorPolicies(List<OperatorPolicy> policies) {
        this.policies = List.copyOf(policies);
    }

    /**
     * What applies to seats that are bought together on a coach that leaves that day; where their
     * classes have different policies, the better one at each moment.
     */
    TicketPolicy on(LocalDate day, Collection<String> seatClasses) {
        return seatClasses.stream()
                .distinct()
                .map(seatClass -> on(day, seatClass, seatClasses.size()))
                .reduce(TicketPolicy::better)
                .orElseThrow(() -> new IllegalArgumentException("A policy for no seat"));
    }

    /** All that could apply to who buys up to so many seats of a class, the usual one first. */
    List<TicketPolicy> offered(LocalDate day, Collection<String> seatClasses, int mostSeats) {
        var offered = new LinkedHashSet<TicketPolicy>();
        for (int seats = 1; seats <= mostSeats; seats++) {
            for (var seatClass : seatClasses) {
                offered.add(on(day, seatClass, seats));
            }
        }
        return List.copyOf(offered);
    }

    private TicketPolicy on(LocalDate day, String seatClass, int seats) {
        return policies.stream()
                .filter(policy -> policy.appliesTo(seatClass, seats, day))
                .max(NEARNESS)
                .map(OperatorPolicy::policy)
                .orElse(TicketPolicy.OF_THE_HOUSE);
    }
}
