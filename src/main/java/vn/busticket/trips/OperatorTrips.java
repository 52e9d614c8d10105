package vn.busticket.trips;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.busticket.accounts.AccountDetails;
import vn.busticket.accounts.AccountId;
import vn.busticket.accounts.AccountQueries;
import vn.busticket.shared.SqlTime;
import vn.busticket.shared.VietnamTime;

/**
 * The trips that a member of staff may work on: those of one's own company, or all for
 * administrators. Who asks is looked up anew each time, so that a role that ended ends here too.
 */
@Component
public class OperatorTrips {

    private static final String OF_A_DAY =
            """
              from trip t
              join operator o on o.id = t.operator_id
             where t.departs_at >= :from and t.departs_at < :until and (:all or o.code = :operator)
            """;

    private final JdbcClient database;
    private final Trips trips;
    private final AccountQueries accounts;

    OperatorTrips(JdbcClient database, Trips trips, AccountQueries accounts) {
        this.database = database;
        this.trips = trips;
        this.accounts = accounts;
    }

    /**
     * The trip of that number, if there is one and this person may work on it.
     *
     * @throws TripOfOthers for passengers, who may work on none
     */
    public Optional<Trip> find(AccountId staff, TripId id) {
        var company = companyOf(staff);
        return trips.find(id).filter(trip -> company.maySee(trip.operator().code()));
    }

    /**
     * The same where it has to be there.
     *
     * @throws TripOfOthers if there is none, or it is another company's: nobody learns which
     */
    public Trip require(AccountId staff, TripId id) {
        return find(staff, id).orElseThrow(TripOfOthers::new);
    }

    /** How many trips leave their first stop on a day of Vietnam. */
    public int count(AccountId staff, LocalDate day) {
        return ofDay("select count(*)" + OF_A_DAY, staff, day).query(Integer.class).single();
    }

    /** Those trips, soonest first: from an offset on, at most so many. */
    public List<TripId> on(AccountId staff, LocalDate day, int offset, int most) {
        return ofDay(
                        "select t.id"
                                + OF_A_DAY
                                + " order by t.departs_at, t.id offset :offset limit :most",
                        staff,
                        day)
                .param("offset", offset)
                .param("most", most)
                .query((row, number) -> new TripId(row.getLong("id")))
                .list();
    }

    /** True for who sees the trips of every company. */
    public boolean seesAll(AccountId staff) {
        return companyOf(staff).isAll();
    }

    private JdbcClient.StatementSpec ofDay(String query, AccountId staff, LocalDate day) {
        var company = companyOf(staff);
        return database.sql(query)
                .param("from", SqlTime.of(VietnamTime.startOf(day)))
                .param("until", SqlTime.of(VietnamTime.startOf(day.plusDays(1))))
                .param("all", company.isAll())
                .param("operator", company.code());
    }

    private Company companyOf(AccountId staff) {
        return accounts.find(staff).map(OperatorTrips::companyOf).orElseThrow(TripOfOthers::new);
    }

    private static Company companyOf(AccountDetails person) {
        return switch (person.role()) {
            case ADMINISTRATOR -> new Company("", true);
            case OPERATOR_STAFF -> new Company(String.valueOf(person.operatorCode()), false);
            case PASSENGER -> throw new TripOfOthers();
        };
    }

    /** Whose trips somebody sees. */
    private record Company(String code, boolean isAll) {

        boolean maySee(String operator) {
            return isAll || code.equals(operator);
        }
    }
}
