package vn.busticket.testing;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.busticket.accounts.AccountId;
import vn.busticket.accounts.Role;
import vn.busticket.shared.SqlTime;
import vn.busticket.trips.TripId;

/** Accounts that nobody signs in with. */
public final class TestStaff {

    private final JdbcClient database;

    public TestStaff(JdbcClient database) {
        this.database = database;
    }

    /** Somebody of the company that runs the trip. */
    public AccountId ofCompany(TripId trip) {
        return insert(
                Role.OPERATOR_STAFF,
                database.sql(
                                """
                                select operator.code from trip join operator on operator.id = trip.operator_id
                                where trip.id = :trip
                                """)
                        .param("trip", trip.value())
                        .query(String.class)
                        .single());
    }

    public AccountId administrator() {
        return insert(Role.ADMINISTRATOR, null);
    }

    public AccountId passenger() {
        return insert(Role.PASSENGER, null);
    }

    private AccountId insert(Role role, @Nullable String company) {
        return database.sql(
                        """
                        insert into account (email, password_hash, full_name, role, operator_code, language,
                                             password_changed_at, created_at, administrator_since)
                        values (:email, 'none', 'Trần Văn Mẫu', :role, cast(:company as text), 'VI', :now, :now,
                                case :role when 'ADMINISTRATOR' then cast(:now as timestamptz) end)
                        returning id
                        """)
                .param("email", UUID.randomUUID() + "@example.com")
                .param("role", role.name())
                .param("company", company)
                .param("now", SqlTime.of(SettableClock.START))
                .query((row, number) -> new AccountId(row.getLong("id")))
                .single();
    }
}
