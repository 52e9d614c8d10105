package vn.busticket.shared;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Instants as PostgreSQL's {@code timestamptz} in parameters and result sets. */
public final class SqlTime {

    private SqlTime() {}

    /** The parameter for a {@code timestamptz}. */
    public static OffsetDateTime of(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /**
     * The value of a column that is never null.
     *
     * @throws SQLException if there is no such column
     */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /**
     * The value of a column that may be null.
     *
     * @throws SQLException if there is no such column
     */
    public static Optional<Instant> optionalInstant(ResultSet row, String column)
            throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }
}
