package vn.busticket.trips;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.accounts.AccountId;
import vn.busticket.accounts.AuditLog;
import vn.busticket.cluster.ClusterNotices;

/**
 * What staff do to the policies of operators; each deed is in the audit log with its reason. It
 * counts for bookings that are placed afterwards; those before keep what they were bought under.
 */
@Service
public class PolicyDesk {

    private final PolicyReader reader;
    private final PolicyRepository policies;
    private final JdbcClient database;
    private final AuditLog audit;
    private final ClusterNotices notices;
    private final Clock clock;

    PolicyDesk(
            PolicyReader reader,
            PolicyRepository policies,
            JdbcClient database,
            AuditLog audit,
            ClusterNotices notices,
            Clock clock) {
        this.reader = reader;
        this.policies = policies;
        this.database = database;
        this.audit = audit;
        this.notices = notices;
        this.clock = clock;
    }

    /** The policies of an operator: the everyday ones first, each for more seats after it. */
    @Transactional(readOnly = true)
    public List<PolicyEntry> of(String operatorCode) {
        return reader.of(operatorCode);
    }

    /** The holidays by their codes, as they come in the year. */
    public Map<String, Occasion> holidays() {
        return database
                .sql("select code, name_vi, name_en from holiday order by month, day, code")
                .query((row, number) ->
                        Map.entry(
                                row.getString("code"),
                                new Occasion(row.getString("name_vi"), row.getString("name_en"))))
                .list()
                .stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                Map.Entry::getValue,
                                (one, same) -> one,
                                LinkedHashMap::new));
    }

    /** The classes of seats that some coach has. */
    public List<String> seatClasses() {
        return database.sql(
                        """
                        select distinct seat_class from seat_layout_cell
                         where seat_class is not null
                         order by seat_class
                        """)
                .query((row, number) -> row.getString("seat_class"))
                .list();
    }

    /**
     * Adds a policy.
     *
     * @param reason not blank
     * @throws PolicyRefused if there is one for that scope, or its terms make no sense
     */
    @Transactional
    public void add(AccountId by, PolicyScope scope, PolicyTerms terms, String reason) {
        terms.check();
        if (!policies.insert(scope, terms, clock.instant())) {
            throw PolicyRefused.alreadyThere();
        }
        tell(by, "policy.added", scope, reason, Map.of("after", terms.toString()));
    }

    /**
     * Replaces what a policy says.
     *
     * @param reason not blank
     * @throws PolicyRefused if it was removed meanwhile, or its terms make no sense
     */
    @Transactional
    public void change(AccountId by, PolicyEntry entry, PolicyTerms terms, String reason) {
        terms.check();
        require(policies.update(entry.id(), terms, clock.instant()));
        tell(
                by,
                "policy.changed",
                entry.scope(),
                reason,
                Map.of("before", before(entry), "after", terms.toString()));
    }

    /**
     * Removes a policy; what is less near counts from then on.
     *
     * @param reason not blank
     * @throws PolicyRefused if it was removed meanwhile
     */
    @Transactional
    public void remove(AccountId by, PolicyEntry entry, String reason) {
        require(policies.remove(entry.id(), clock.instant()));
        tell(by, "policy.removed", entry.scope(), reason, Map.of("before", before(entry)));
    }

    private static void require(boolean isThere) {
        if (!isThere) {
            throw PolicyRefused.gone();
        }
    }

    private static String before(PolicyEntry entry) {
        return PolicyTerms.of(entry.policy()).toString();
    }

    private void tell(
            AccountId by,
            String action,
            PolicyScope scope,
            String reason,
            Map<String, String> detail) {
        audit.recordWithReason(by, action, "policy " + scope, reason, detail);
        notices.publish(Catalogue.TOPIC, ClusterNotices.ALL);
    }
}
