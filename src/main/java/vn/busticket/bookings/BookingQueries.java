package vn.busticket.bookings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.busticket.accounts.AccountId;
import vn.busticket.payments.PayableId;
import vn.busticket.seats.HoldId;
import vn.busticket.shared.PhoneNumber;
import vn.busticket.shared.SqlTime;

/** Reads bookings for screens, tickets and messages; does not ask who may see them. */
@Component
public class BookingQueries {

    private static final TypeReference<Map<String, String>> DETAIL = new TypeReference<>() {};

    private static final String OF_ACCOUNT =
            """
            from booking
            where account_id = :account
              and case :section
                  when 'UPCOMING' then state in ('CONFIRMED', 'AWAITING_PAYMENT') and arrives_at > :now
                  when 'PAST' then state = 'COMPLETED'
                                   or state in ('CONFIRMED', 'AWAITING_PAYMENT') and arrives_at <= :now
                  else state in ('CANCELLED', 'EXPIRED') end
            """;

    private final JdbcClient database;
    private final BookingReader reader;
    private final Cancellations cancellations;
    private final JsonMapper json;
    private final Clock clock;

    BookingQueries(
            JdbcClient database,
            BookingReader reader,
            Cancellations cancellations,
            JsonMapper json,
            Clock clock) {
        this.database = database;
        this.reader = reader;
        this.cancellations = cancellations;
        this.json = json;
        this.clock = clock;
    }

    /** The booking of that id. */
    public Optional<BookingDetails> byId(BookingId id) {
        return reader.read(List.of(id.value())).stream().findFirst();
    }

    /** The bookings of those ids, in that order. */
    public List<BookingDetails> byIds(List<BookingId> ids) {
        return reader.read(ids.stream().map(BookingId::value).toList());
    }

    /** The booking that money was received for. */
    public Optional<BookingDetails> byPayable(PayableId payable) {
        return byId(new BookingId(payable.value()));
    }

    /** The booking of that code, however it is typed. */
    public Optional<BookingDetails> byCode(String code) {
        return by("select id from booking where code = :value", BookingCodes.tidy(code));
    }

    /**
     * How to reach whoever booked under that code; one look, whether there is such a booking or
     * not.
     */
    Optional<BookingContact> contactOf(String code) {
        return database.sql(
                        """
                        select contact_name, contact_phone, contact_email
                          from booking
                         where code = :code
                        """)
                .param("code", BookingCodes.tidy(code))
                .query((row, number) ->
                        new BookingContact(
                                row.getString("contact_name"),
                                new PhoneNumber(row.getString("contact_phone")),
                                row.getString("contact_email")))
                .optional();
    }

    /** The booking that the link of that token opens. */
    public Optional<BookingDetails> byAccessToken(String token) {
        return by("select id from booking where access_token = :value", token);
    }

    /** The booking that was placed on that hold. */
    public Optional<BookingDetails> byHold(HoldId hold) {
        return by("select id from booking where hold_id = :value", hold.value());
    }

    /** What happened to a booking, oldest first. */
    public List<HistoryLine> history(BookingId id) {
        return database.sql(
                        """
                        select at, actor, event, from_state, to_state, detail
                        from booking_history
                        where booking_id = :booking
                        order by id
                        """)
                .param("booking", id.value())
                .query((row, number) -> historyLine(row))
                .list();
    }

    /** What was cancelled of a booking, oldest first. */
    public List<CancellationDetails> cancellations(BookingId id) {
        return cancellations.ofBooking(id);
    }

    /** What became of money that was not simply the price in time, the last first. */
    public List<MoneyLine> moneyOutcomes(BookingId id) {
        return history(id).reversed().stream()
                .map(MoneyLine::of)
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * One page of an account's bookings: upcoming ones by departure, others latest first.
     *
     * @param page from 0
     */
    public BookingPage ofAccount(AccountId account, BookingSection section, int page, int size) {
        var order =
                section == BookingSection.UPCOMING
                        ? "order by departs_at, id"
                        : "order by departs_at desc, id desc";
        var ids =
                database.sql("select id " + OF_ACCOUNT + order + " limit :size offset :skipped")
                        .param("account", account.value())
                        .param("section", section.name())
                        .param("now", SqlTime.of(clock.instant()))
                        .param("size", size)
                        .param("skipped", (long) page * size)
                        .query((row, number) -> row.getLong("id"))
                        .list();
        var total =
                database.sql("select count(*) " + OF_ACCOUNT)
                        .param("account", account.value())
                        .param("section", section.name())
                        .param("now", SqlTime.of(clock.instant()))
                        .query(Long.class)
                        .single();
        return new BookingPage(reader.read(ids), page, size, total);
    }

    private Optional<BookingDetails> by(String select, Object value) {
        var ids =
                database.sql(select)
                        .param("value", value)
                        .query((row, number) -> row.getLong("id"))
                        .list();
        return reader.read(ids).stream().findFirst();
    }

    private HistoryLine historyLine(ResultSet row) throws SQLException {
        return new HistoryLine(
                SqlTime.instant(row, "at"),
                Actor.valueOf(row.getString("actor")),
                HistoryEvent.valueOf(row.getString("event")),
                Optional.ofNullable(row.getString("from_state")).map(BookingState::valueOf),
                BookingState.valueOf(row.getString("to_state")),
                json.readValue(row.getString("detail"), DETAIL));
    }
}
