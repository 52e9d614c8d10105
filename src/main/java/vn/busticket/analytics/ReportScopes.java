package vn.busticket.analytics;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.busticket.accounts.AccountDetails;
import vn.busticket.accounts.AccountId;
import vn.busticket.accounts.AccountQueries;
import vn.busticket.trips.OperatorId;

/**
 * Whose sales a member of staff may see. Who asks is looked up anew each time, so that a role that
 * ended ends here too.
 */
@Service
public class ReportScopes {

    private final AccountQueries accounts;
    private final JdbcClient database;

    ReportScopes(AccountQueries accounts, JdbcClient database) {
        this.accounts = accounts;
        this.database = database;
    }

    /**
     * All sales for administrators, those of the own company for its staff.
     *
     * @throws FiguresOfOthers for everybody else
     */
    public ReportScope of(AccountId person) {
        return accounts.find(person).map(this::of).orElseThrow(FiguresOfOthers::new);
    }

    private ReportScope of(AccountDetails person) {
        return switch (person.role()) {
            case ADMINISTRATOR -> new ReportScope(Optional.empty());
            case OPERATOR_STAFF -> new ReportScope(Optional.of(companyOf(person)));
            case PASSENGER -> throw new FiguresOfOthers();
        };
    }

    private OperatorId companyOf(AccountDetails person) {
        return database.sql("select id from operator where code = :code")
                .param("code", String.valueOf(person.operatorCode()))
                .query((row, number) -> new OperatorId(row.getLong("id")))
                .optional()
                .orElseThrow(FiguresOfOthers::new);
    }
}
