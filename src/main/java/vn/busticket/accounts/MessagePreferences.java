package vn.busticket.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.shared.EmailAddress;
import vn.busticket.shared.SqlTime;

/**
 * What people want to be told, and by which way. Everything is wanted until somebody says
 * otherwise: who has an account in the profile, everybody else by the link in a reminder.
 */
@Component
@Transactional
public class MessagePreferences {

    private final JdbcClient database;
    private final Clock clock;

    MessagePreferences(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** All topics in their order with what the person chose. */
    @Transactional(readOnly = true)
    public List<MessagePreference> of(AccountId account) {
        var chosen =
                database
                        .sql(
                                """
                                select topic, by_email, by_sms
                                  from message_preference
                                 where account_id = :account
                                """)
                        .param("account", account.value())
                        .query((row, number) -> preference(row))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(MessagePreference::topic, Function.identity()));
        var takesReminders = !isUnsubscribed(account);
        return Stream.of(MessageTopic.values())
                .map(topic -> chosen.getOrDefault(topic, new MessagePreference(topic, true, true)))
                .map(preference ->
                        preference.topic() == MessageTopic.REMINDER && !takesReminders
                                ? new MessagePreference(
                                        preference.topic(), false, preference.bySms())
                                : preference)
                .toList();
    }

    /**
     * Says whether a person wants e-mails about a topic; may be repeated.
     *
     * @throws IllegalArgumentException for a topic that always comes by e-mail
     */
    public void chooseEmail(AccountId account, MessageTopic topic, boolean wanted) {
        if (topic.isAlwaysByEmail()) {
            throw new IllegalArgumentException(topic + " always comes by e-mail");
        }
        choose(account, topic, wanted, null);
        if (topic == MessageTopic.REMINDER && wanted) {
            database.sql(
                            """
                            delete from unsubscribed_address
                             where address = (select email from account where id = :account)
                            """)
                    .param("account", account.value())
                    .update();
        }
    }

    /**
     * Says whether a person wants texts about a topic; may be repeated.
     *
     * @throws IllegalArgumentException for a topic that never comes by SMS
     */
    public void chooseSms(AccountId account, MessageTopic topic, boolean wanted) {
        if (!topic.isAlsoBySms()) {
            throw new IllegalArgumentException(topic + " never comes by SMS");
        }
        choose(account, topic, null, wanted);
    }

    /**
     * True if an e-mail about a topic is wanted.
     *
     * @param account of whoever booked; null for a guest
     * @param address where it would go
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean wantsEmail(@Nullable AccountId account, String address, MessageTopic topic) {
        if (topic.isAlwaysByEmail()) {
            return true;
        }
        var isUnsubscribed = topic == MessageTopic.REMINDER && isUnsubscribed(address);
        return !isUnsubscribed && chosen(account, topic).byEmail();
    }

    /**
     * True if a text about a topic is wanted.
     *
     * @param account of whoever booked; null for a guest
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean wantsSms(@Nullable AccountId account, MessageTopic topic) {
        return topic.isAlsoBySms() && chosen(account, topic).bySms();
    }

    /** True if an address takes no reminders. */
    @Transactional(readOnly = true)
    public boolean isUnsubscribed(String address) {
        return database.sql(
                        "select exists (select from unsubscribed_address where address = :address)")
                .param("address", EmailAddress.normalized(address))
                .query(Boolean.class)
                .single();
    }

    /** Sends no more reminders to an address; may be repeated. */
    public void unsubscribe(String address) {
        database.sql(
                        """
                        insert into unsubscribed_address (address, at) values (:address, :now)
                        on conflict do nothing
                        """)
                .param("address", EmailAddress.normalized(address))
                .param("now", SqlTime.of(clock.instant()))
                .update();
    }

    /** Sends reminders to an address again, whoever turned them off; may be repeated. */
    public void subscribeAgain(String address) {
        var normalized = EmailAddress.normalized(address);
        database.sql("delete from unsubscribed_address where address = :address")
                .param("address", normalized)
                .update();
        database.sql(
                        """
                        update message_preference
                           set by_email = true, changed_at = :now
                         where topic = 'REMINDER' and not by_email
                           and account_id = (select id from account where email = :address)
                        """)
                .param("address", normalized)
                .param("now", SqlTime.of(clock.instant()))
                .update();
    }

    /** What is null stays as it is, which at first is wanted. */
    private void choose(
            AccountId account,
            MessageTopic topic,
            @Nullable Boolean byEmail,
            @Nullable Boolean bySms) {
        database.sql(
                        """
                        insert into message_preference as known (account_id, topic, by_email, by_sms, changed_at)
                        values (:account, :topic, coalesce(cast(:byEmail as boolean), true),
                                coalesce(cast(:bySms as boolean), true), :now)
                        on conflict (account_id, topic) do update
                           set by_email = coalesce(cast(:byEmail as boolean), known.by_email),
                               by_sms = coalesce(cast(:bySms as boolean), known.by_sms),
                               changed_at = excluded.changed_at
                        """)
                .param("account", account.value())
                .param("topic", topic.name())
                .param("byEmail", byEmail)
                .param("bySms", bySms)
                .param("now", SqlTime.of(clock.instant()))
                .update();
    }

    private MessagePreference chosen(@Nullable AccountId account, MessageTopic topic) {
        var unsaid = new MessagePreference(topic, true, true);
        if (account == null) {
            return unsaid;
        }
        return database.sql(
                        """
                        select topic, by_email, by_sms
                          from message_preference
                         where account_id = :account and topic = :topic
                        """)
                .param("account", account.value())
                .param("topic", topic.name())
                .query((row, number) -> preference(row))
                .optional()
                .orElse(unsaid);
    }

    private boolean isUnsubscribed(AccountId account) {
        return database.sql(
                        """
                        select exists (select from unsubscribed_address u
                                         join account a on a.email = u.address
                                        where a.id = :account)
                        """)
                .param("account", account.value())
                .query(Boolean.class)
                .single();
    }

    private static MessagePreference preference(ResultSet row) throws SQLException {
        return new MessagePreference(
                MessageTopic.valueOf(row.getString("topic")),
                row.getBoolean("by_email"),
                row.getBoolean("by_sms"));
    }
}
