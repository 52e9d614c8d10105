package vn.busticket.trips;

import java.sql.Types;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.busticket.shared.SqlTime;

/** Stores the policies that staff keep. */
@Repository
class PolicyRepository {

    private final JdbcClient database;

    PolicyRepository(JdbcClient database) {
        this.database = database;
    }

    /** Stores a policy, also in the place of a removed one; false if its scope has one. */
    boolean insert(PolicyScope scope, PolicyTerms terms, Instant now) {
        var id =
                database.sql(
                                """
                                insert into policy as p (operator_id, seat_class, holiday_id, from_seats,
                                                         change_until_minutes, changes, change_fee_vnd, staff_changed_at)
                                select o.id, :seatClass, h.id, :fromSeats, :until, :changes, :fee, :now
                                  from operator o
                                  left join holiday h on h.code = :holiday
                                 where o.code = :operator
                                   and (h.id is not null or cast(:holiday as text) is null)
                                on conflict (operator_id, seat_class, holiday_id, from_seats) do update
                                    set change_until_minutes = excluded.change_until_minutes,
                                        changes = excluded.changes, change_fee_vnd = excluded.change_fee_vnd,
                                        staff_changed_at = excluded.staff_changed_at, removed_at = null
                                  where p.removed_at is not null
                                returning id
                                """)
                        .param("operator", scope.operatorCode())
                        .param("seatClass", scope.seatClass().orElse(null), Types.VARCHAR)
                        .param("holiday", scope.holidayCode().orElse(null), Types.VARCHAR)
                        .param("fromSeats", scope.fromSeats())
                        .param("until", terms.change().until().toMinutes())
                        .param("changes", terms.change().times())
                        .param("fee", terms.change().fee().dong())
                        .param("now", SqlTime.of(now))
                        .query(Long.class)
                        .optional();
        id.ifPresent(stored -> storeTiers(stored, terms));
        return id.isPresent();
    }

    /** Replaces what a policy says; false if there is none. */
    boolean update(long id, PolicyTerms terms, Instant now) {
        var isThere =
                database.sql(
                                        """
                                        update policy
                                           set change_until_minutes = :until, changes = :changes,
                                               change_fee_vnd = :fee, staff_changed_at = :now
                                         where id = :id and removed_at is null
                                        """)
                                .param("id", id)
                                .param("until", terms.change().until().toMinutes())
                                .param("changes", terms.change().times())
                                .param("fee", terms.change().fee().dong())
                                .param("now", SqlTime.of(now))
                                .update()
                        == 1;
        if (isThere) {
            storeTiers(id, terms);
        }
        return isThere;
    }

    /** Removes a policy; false if there is none. */
    boolean remove(long id, Instant now) {
        return database.sql(
                                """
                                update policy
                                   set removed_at = :now, staff_changed_at = :now
                                 where id = :id and removed_at is null
                                """)
                        .param("id", id)
                        .param("now", SqlTime.of(now))
                        .update()
                == 1;
    }

    private void storeTiers(long policy, PolicyTerms terms) {
        database.sql("delete from policy_tier where policy_id = :policy")
                .param("policy", policy)
                .update();
        for (var tier : terms.tiers()) {
            database.sql(
                            """
                            insert into policy_tier (policy_id, until_minutes, fee_percent, fee_vnd)
                            values (:policy, :until, :percent, :fee)
                            """)
                    .param("policy", policy)
                    .param("until", tier.until().toMinutes())
                    .param("percent", tier.feePercent())
                    .param("fee", tier.fee().dong())
                    .update();
        }
    }
}
