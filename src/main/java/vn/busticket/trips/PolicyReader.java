package vn.busticket.trips;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.busticket.shared.Vnd;

/** Reads the policies of all operators, together with their tiers and holidays. */
@Component
class PolicyReader {

    private final JdbcClient jdbc;

    PolicyReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static final String ALL =
            """
            select p.id, p.operator_id, o.code as operator_code, p.staff_changed_at is not null as is_from_staff,
                   p.seat_class, p.from_seats, p.change_until_minutes, p.changes,
                   p.change_fee_vnd, h.code, h.name_vi, h.name_en, h.calendar, h.month, h.day,
                   h.days_before, h.days_after,
                   array(select array[t.until_minutes, t.fee_percent, t.fee_vnd]
                         from policy_tier t where t.policy_id = p.id) as tiers
            from policy p
            join operator o on o.id = p.operator_id
            left join holiday h on h.id = p.holiday_id
            where p.removed_at is null
            """;

    private record Of(long operator, OperatorPolicy policy) {}

    /** The policies by the number of their operator. */
    Map<Long, OperatorPolicies> read() {
        return jdbc
                .sql(ALL + " order by p.id")
                .query((row, _) -> new Of(row.getLong("operator_id"), policy(row)))
                .list()
                .stream()
                .collect(
                        groupingBy(
                                Of::operator,
                                mapping(
                                        Of::policy,
                                        collectingAndThen(toList(), OperatorPolicies::new))));
    }

    /** Those of one operator, the everyday ones first. */
    List<PolicyEntry> of(String operatorCode) {
        return jdbc.sql(
                        ALL
                                + """
                                 and o.code = :operator
                                order by h.month nulls first, h.day, p.from_seats, p.seat_class nulls first
                                """)
                .param("operator", operatorCode)
                .query((row, _) -> entry(row))
                .list();
    }

    private static PolicyEntry entry(ResultSet row) throws SQLException {
        var policy = policy(row);
        return new PolicyEntry(
                row.getLong("id"),
                new PolicyScope(
                        row.getString("operator_code"),
                        policy.seatClass(),
                        policy.holiday().map(Holiday::code),
                        policy.fromSeats()),
                policy.policy(),
                row.getBoolean("is_from_staff"));
    }

    private static OperatorPolicy policy(ResultSet row) throws SQLException {
        var holiday = holiday(row);
        var change =
                new ChangeRule(
                        Duration.ofMinutes(row.getInt("change_until_minutes")),
                        row.getInt("changes"),
                        new Vnd(row.getLong("change_fee_vnd")));
        return new OperatorPolicy(
                Optional.ofNullable(row.getString("seat_class")),
                holiday,
                new TicketPolicy(
                        change,
                        tiers(row),
                        holiday.map(Holiday::occasion),
                        row.getInt("from_seats")));
    }

    private static Optional<Holiday> holiday(ResultSet row) throws SQLException {
        var code = row.getString("code");
        if (code == null) {
            return Optional.empty();
        }
        return Optional.of(
                new Holiday(
                        code,
                        new Occasion(row.getString("name_vi"), row.getString("name_en")),
                        Holiday.Year.valueOf(row.getString("calendar")),
                        row.getInt("month"),
                        row.getInt("day"),
                        row.getInt("days_before"),
                        row.getInt("days_after")));
    }

    private static List<CancellationTier> tiers(ResultSet row) throws SQLException {
        var tiers = row.getArray("tiers").getArray();
        return tiers instanceof Long[][] columns
                ? Arrays.stream(columns).map(PolicyReader::tier).toList()
                : List.of();
    }

    private static CancellationTier tier(Long[] columns) {
        return new CancellationTier(
                Duration.ofMinutes(columns[0]), Math.toIntExact(columns[1]), new Vnd(columns[2]));
    }
}
