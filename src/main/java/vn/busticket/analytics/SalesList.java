package vn.busticket.analytics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.analytics.ReportNames.Names;
import vn.busticket.documents.Wording;
import vn.busticket.shared.SqlTime;
import vn.busticket.shared.Vnd;

/**
 * What happened to every single booking of a period, read day by day through a cursor: a million
 * rows take no more memory than a thousand. Bookings are named by their codes; nothing here says
 * who travels.
 */
@Repository
class SalesList {

    /** Rows that the driver holds at once. */
    private static final int FETCHED_AT_ONCE = 2_000;

    static final String OF_A_DAY =
            """
            select f.day, f.hour, b.code, b.departs_at, f.route_id, f.operator_id, f.bus_type_id, f.received_vnd,
                   f.refunded_vnd, f.bookings, f.tickets, f.cancelled_bookings, f.cancelled_tickets, f.cancelled_vnd,
                   f.expired_bookings, f.by_whom, f.reason
              from booking_fact f
              join booking b on b.id = f.booking_id
             where f.day = :day
               and (cast(:scope as bigint) is null or f.operator_id = :scope)
               and (cast(:route as bigint) is null or f.route_id = :route)
               and (cast(:operator as bigint) is null or f.operator_id = :operator)
               and (cast(:busType as bigint) is null or f.bus_type_id = :busType)
             order by f.hour, f.booking_id
            """;

    private static final List<String> HEADS =
            List.of(
                    "day",
                    "hour",
                    "code",
                    "departure",
                    "routes",
                    "operators",
                    "busTypes",
                    "received",
                    "refunded",
                    "bookings",
                    "tickets",
                    "cancelledBookings",
                    "cancelledTickets",
                    "cancelledAmount",
                    "expired",
                    "whom",
                    "reasons");

    private final JdbcClient database;
    private final ReportNames names;

    SalesList(JdbcClient database, ReportNames names) {
        this.database = database;
        this.names = names;
    }

    /**
     * Writes all rows, as they were at the moment of the first; ends early when the file is full.
     * The connection is given back when the writer fails, because nobody reads any more.
     *
     * @throws UncheckedIOException if the writer fails
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public void write(ReportRequest request, TableWriter file, ExportProgress progress) {
        var words = new ReportWords(Wording.of(request.language()));
        var cells = new Cells(names.all(request.language()), words, new HashMap<>());
        try {
            file.begin(
                    words.text("report.table.sales"),
                    HEADS.stream().map(head -> words.text("report.head." + head)).toList());
            file.flush();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        var period = request.filter().period();
        for (var day = period.from();
                !day.isAfter(period.to()) && !file.isFull();
                day = day.plusDays(1)) {
            ofDay(request, day)
                    .query((ResultSetExtractor<Boolean>) rows -> copy(rows, cells, file, progress));
        }
    }

    /** The rows of one day. */
    JdbcClient.StatementSpec ofDay(ReportRequest request, LocalDate day) {
        var chosen = request.filter().chosen();
        return database.sql(OF_A_DAY)
                .withFetchSize(FETCHED_AT_ONCE)
                .param("day", day)
                .param(
                        "scope",
                        request.scope().operator().map(one -> one.value()).orElse(null),
                        Types.BIGINT)
                .param("route", chosen.get(Dimension.ROUTE), Types.BIGINT)
                .param("operator", chosen.get(Dimension.OPERATOR), Types.BIGINT)
                .param("busType", chosen.get(Dimension.BUS_TYPE), Types.BIGINT);
    }

    private static boolean copy(
            ResultSet rows, Cells cells, TableWriter file, ExportProgress progress)
            throws SQLException {
        try {
            while (rows.next() && !file.isFull()) {
                file.row(cells.of(rows));
                progress.wroteOne();
            }
            return true;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Makes cells of a row; sentences that come again are looked up once. */
    private record Cells(Names names, ReportWords words, Map<String, String> spoken) {

        List<Cell> of(ResultSet row) throws SQLException {
            var cells = new ArrayList<Cell>(HEADS.size());
            cells.add(new Cell.Day(row.getObject(1, LocalDate.class)));
            cells.add(new Cell.Count(row.getInt(2)));
            cells.add(new Cell.Words(row.getString(3)));
            cells.add(new Cell.Moment(SqlTime.instant(row, "departs_at")));
            cells.add(new Cell.Words(names.route(row.getLong(5))));
            cells.add(new Cell.Words(names.operator(row.getLong(6))));
            cells.add(new Cell.Words(names.busType(row.getLong(7))));
            cells.add(new Cell.Money(new Vnd(row.getLong(8))));
            cells.add(new Cell.Money(new Vnd(row.getLong(9))));
            for (var column = 10; column <= 13; column++) {
                cells.add(new Cell.Count(row.getLong(column)));
            }
            cells.add(new Cell.Money(new Vnd(row.getLong(14))));
            cells.add(new Cell.Count(row.getLong(15)));
            cells.add(spoken("report.whom.", row.getString(16)));
            cells.add(spoken("report.reason.", row.getString(17)));
            return cells;
        }

        private Cell spoken(String keys, @Nullable String value) {
            return value == null
                    ? Cell.NOTHING
                    : new Cell.Words(
                            spoken.computeIfAbsent(keys + value, key -> words.textOr(key, value)));
        }
    }
}
