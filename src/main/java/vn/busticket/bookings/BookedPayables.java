package vn.busticket.bookings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.busticket.payments.PayableBook;
import vn.busticket.payments.PayableId;
import vn.busticket.shared.SqlTime;

/** Tells where bookings stand, for comparison with the ledger. */
@Repository
class BookedPayables implements PayableBook {

    private final JdbcClient database;

    BookedPayables(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<Standing> begunSince(Instant since, PayableId after, int limit) {
        return database.sql(
                        """
                        select id, state, total_vnd, fees_vnd
                          from booking
                         where placed_at >= :since and id > :after
                         order by id
                         limit :limit
                        """)
                .param("since", SqlTime.of(since))
                .param("after", after.value())
                .param("limit", limit)
                .query(BookedPayables::standing)
                .list();
    }

    private static Standing standing(ResultSet row, int number) throws SQLException {
        var stage = stage(BookingState.valueOf(row.getString("state")));
        return new Standing(
                new PayableId(row.getLong("id")),
                stage,
                row.getLong(stage == Stage.GIVEN_UP ? "fees_vnd" : "total_vnd"));
    }

    private static Stage stage(BookingState state) {
        return switch (state) {
            case AWAITING_PAYMENT -> Stage.AWAITING_MONEY;
            case CONFIRMED, COMPLETED -> Stage.CONFIRMED;
            case EXPIRED, CANCELLED -> Stage.GIVEN_UP;
        };
    }
}
