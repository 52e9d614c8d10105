package vn.busticket.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.busticket.shared.SqlTime;

/** What is kept about a person in the account itself. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class AccountData implements PersonalData {

    private final JdbcClient database;

    AccountData(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "account";
    }

    @Override
    public List<Map<String, Object>> of(DataSubject person) {
        return database.sql(
                        """
                        select a.full_name, a.email, a.phone_e164, a.language, a.created_at, a.email_verified_at,
                               c.text_version, c.agreed_at,
                               exists (select from unsubscribed_address u where u.address = a.email) as unsubscribed
                          from account a
                          left join consent c on c.account_id = a.id
                         where a.id = :account
                        """)
                .param("account", person.account().value())
                .query((row, number) -> account(row))
                .list();
    }

    @Override
    public Optional<String> stillNeededFor(DataSubject person) {
        return Optional.empty();
    }

    /** The account's own row is anonymised by {@link Account#forgetPerson}. */
    @Override
    public void erase(DataSubject person) {
        for (var forgetting :
                List.of(
                        "delete from unsubscribed_address where address = :email",
                        "delete from account_mail_request where email = :email",
                        "delete from message_preference where account_id = :account",
                        "delete from consent where account_id = :account",
                        """
                        update audit_log
                           set subject = 'address erased'
                         where subject = 'address ' || :email
                        """)) {
            database.sql(forgetting)
                    .param("email", person.email().value())
                    .param("account", person.account().value())
                    .update();
        }
    }

    private static Map<String, Object> account(ResultSet row) throws SQLException {
        var values = new LinkedHashMap<String, Object>();
        values.put("name", row.getString("full_name"));
        values.put("email", row.getString("email"));
        Optional.ofNullable(row.getString("phone_e164"))
                .ifPresent(phone -> values.put("phone", phone));
        values.put("language", row.getString("language"));
        values.put("registered", SqlTime.instant(row, "created_at"));
        SqlTime.optionalInstant(row, "email_verified_at")
                .ifPresent(at -> values.put("emailConfirmed", at));
        Optional.ofNullable(row.getString("text_version"))
                .ifPresent(version -> values.put("agreedTo", version));
        SqlTime.optionalInstant(row, "agreed_at").ifPresent(at -> values.put("agreedAt", at));
        values.put("takesReminders", !row.getBoolean("unsubscribed"));
        return values;
    }
}
