package vn.busticket.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static vn.busticket.testing.TestTrips.WHOLE;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.busticket.accounts.AccountId;
import vn.busticket.shared.Vnd;
import vn.busticket.testing.TestStaff;
import vn.busticket.trips.CancellationTier;
import vn.busticket.trips.ChangeRule;
import vn.busticket.trips.PolicyDesk;
import vn.busticket.trips.PolicyEntry;
import vn.busticket.trips.PolicyRefused;
import vn.busticket.trips.PolicyScope;
import vn.busticket.trips.PolicyTerms;
import vn.busticket.trips.TicketPolicy;
import vn.busticket.trips.Trips;

/** Staff keep the rules for changing and cancelling. */
@Tag("P4.6")
@Tag("P7.2")
class PolicyByStaffTest extends BookingTest {

    private static final String REASON = "thỏa thuận mới với nhà xe";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired private PolicyDesk desk;
    @Autowired private Trips allTrips;

    private AccountId boss;
    private String operator;

    @BeforeEach
    void somebodyAndACompany() {
        boss = new TestStaff(database).administrator();
        operator = allTrips.find(trip).orElseThrow().operator().code();
    }

    @Test
    void newRulesCountForBookingsOfAfterwardsAndStandInTheAuditLog() {
        var before = read(place(anna, "A01"));
        var terms = terms(2, tier(1_440, 0), tier(240, 20));

        desk.add(boss, scope("STANDARD", 1), terms, REASON);
        awaitThatCounts(terms);
        var after = read(place(binh, "A02"));

        assertThat(before.policy()).isEqualTo(TicketPolicy.OF_THE_HOUSE);
        assertThat(bookings.byId(before.id()).orElseThrow().policy())
                .isEqualTo(TicketPolicy.OF_THE_HOUSE);
        assertThat(after.policy()).isEqualTo(terms.policy(Optional.empty(), 1));
        assertThat(audited())
                .containsExactly("policy.added " + REASON + " 240,2,0,1440:0:0|240:20:0");
    }

    @Test
    void whatIsChangedOrRemovedCountsAtOnceForWhoBuysNext() {
        desk.add(boss, scope("STANDARD", 1), terms(1, tier(60, 50)), REASON);
        var dearer = terms(0, tier(60, 90));
        desk.change(boss, only(), dearer, REASON);
        awaitThatCounts(dearer);
        assertThat(only().isFromStaff()).isTrue();

        var removed = only();
        desk.remove(boss, removed, REASON);
        await().atMost(PATIENCE).until(() -> counts().equals(TicketPolicy.OF_THE_HOUSE));
        assertThat(desk.of(operator)).isEmpty();
        assertThatThrownBy(() -> desk.change(boss, removed, dearer, REASON))
                .isInstanceOf(PolicyRefused.class);
        assertThatThrownBy(() -> desk.remove(boss, removed, REASON))
                .isInstanceOf(PolicyRefused.class);

        desk.add(boss, scope("STANDARD", 1), dearer, REASON);
        awaitThatCounts(dearer);
        assertThat(audited()).hasSize(4);
    }

    @Test
    void aScopeHasOneSetOfRules() {
        desk.add(boss, scope(null, 5), terms(1, tier(0, 0)), REASON);

        assertThatThrownBy(() -> desk.add(boss, scope(null, 5), terms(2), REASON))
                .isInstanceOfSatisfying(
                        PolicyRefused.class,
                        refused ->
                                assertThat(refused.messageKey())
                                        .isEqualTo("policies.refused.already-there"));
        desk.add(boss, scope(null, 4), terms(2), REASON);
        desk.add(boss, scope("STANDARD", 5), terms(2), REASON);
        assertThat(desk.of(operator)).hasSize(3);
    }

    @Test
    void rulesThatMakeNoSenseAreRefused() {
        assertThat(refusal(tier(60, 10), tier(60, 20))).isEqualTo("same-time");
        assertThat(refusal(tier(1_440, 30), tier(60, 20))).isEqualTo("later-costs-less");
        assertThat(
                        refusal(
                                new CancellationTier(Duration.ofHours(2), 10, new Vnd(5_000)),
                                tier(60, 10)))
                .isEqualTo("later-costs-less");
        assertThat(refusal(tier(60 * 24 * 61, 0))).isEqualTo("too-early");
        assertThat(
                        refusal(
                                IntStream.range(0, 9)
                                        .mapToObj(number -> tier(number, 0))
                                        .toArray(CancellationTier[]::new)))
                .isEqualTo("too-many");
        assertThatThrownBy(() -> desk.add(boss, scope(null, 1), terms(1), " "))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(desk.of(operator)).isEmpty();
        assertThat(audited()).isEmpty();
    }

    private String refusal(CancellationTier... tiers) {
        try {
            desk.add(boss, scope(null, 1), terms(1, tiers), REASON);
            return "";
        } catch (PolicyRefused refused) {
            return refused.messageKey().replace("policies.refused.", "");
        }
    }

    private void awaitThatCounts(PolicyTerms terms) {
        var policy = terms.policy(Optional.empty(), 1);
        await().atMost(PATIENCE).until(() -> counts().equals(policy));
    }

    private TicketPolicy counts() {
        return allTrips.find(trip).orElseThrow().policyFor(WHOLE, List.of("STANDARD"));
    }

    private PolicyEntry only() {
        var all = desk.of(operator);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private PolicyScope scope(@Nullable String seatClass, int fromSeats) {
        return new PolicyScope(
                operator, Optional.ofNullable(seatClass), Optional.empty(), fromSeats);
    }

    private static PolicyTerms terms(int changes, CancellationTier... tiers) {
        return new PolicyTerms(
                new ChangeRule(Duration.ofHours(4), changes, Vnd.ZERO), List.of(tiers));
    }

    private static CancellationTier tier(int minutes, int percent) {
        return new CancellationTier(Duration.ofMinutes(minutes), percent, Vnd.ZERO);
    }

    private List<String> audited() {
        return database.sql(
                        """
                        select action || ' ' || reason || ' ' || coalesce(detail ->> 'after', '-')
                          from audit_log
                         where account_id = :boss
                         order by id
                        """)
                .param("boss", boss.value())
                .query((row, number) -> row.getString(1))
                .list();
    }
}
