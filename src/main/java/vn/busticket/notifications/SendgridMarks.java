package vn.busticket.notifications;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.notifications.SendgridClient.Entry;
import vn.busticket.shared.SqlTime;

/** Keeps how far SendGrid's lists are read, in the transaction that draws the conclusions. */
@Component
@Transactional
class SendgridMarks {

    private final JdbcClient database;
    private final Suppressions suppressions;

    SendgridMarks(JdbcClient database, Suppressions suppressions) {
        this.database = database;
        this.suppressions = suppressions;
    }

    /** Up to when a list is read. */
    @Transactional(readOnly = true)
    Instant readUntil(SendgridList list) {
        return database.sql("select read_until from suppression_source_mark where source = :source")
                .param("source", list.mark())
                .query((row, number) -> SqlTime.instant(row, "read_until"))
                .optional()
                .orElse(SendgridLists.BEGINNING);
    }

    /** Takes in what stood on a list up to an instant. */
    void take(SendgridList list, List<Entry> entries, Instant until) {
        entries.forEach(entry -> take(list.reason(), entry));
        database.sql(
                        """
                        insert into suppression_source_mark (source, read_until) values (:source, :until)
                        on conflict (source) do update set read_until = excluded.read_until
                        """)
                .param("source", list.mark())
                .param("until", SqlTime.of(until))
                .update();
    }

    /** Addresses that staff allowed again and SendGrid does not know of yet. */
    @Transactional(readOnly = true)
    List<String> lifted() {
        return database.sql("select address from suppression where lifted_at is not null")
                .query((row, number) -> row.getString("address"))
                .list();
    }

    /** SendGrid has forgotten an address; so do we, unless it came back meanwhile. */
    void forgotten(String address) {
        database.sql("delete from suppression where address = :address and lifted_at is not null")
                .param("address", address)
                .update();
    }

    /** There is no SendGrid that would have to forget anything. */
    void forgetLifted() {
        database.sql("delete from suppression where lifted_at is not null").update();
    }

    private void take(@Nullable SuppressionReason reason, Entry entry) {
        var address = entry.email();
        if (address == null || address.isBlank()) {
            return;
        }
        var at = Instant.ofEpochSecond(entry.created());
        if (reason == null || isPassing(entry)) {
            suppressions.delayed(address, SuppressionSource.SENDGRID, entry.reason(), at);
        } else {
            suppressions.returned(address, reason, SuppressionSource.SENDGRID, entry.reason(), at);
        }
    }

    private static boolean isPassing(Entry entry) {
        return entry.status() != null && entry.status().startsWith("4");
    }
}
