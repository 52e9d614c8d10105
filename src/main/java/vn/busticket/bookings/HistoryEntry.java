package vn.busticket.bookings;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One line of a booking's history; never changes. */
@Entity
@Immutable
@Table(name = "booking_history")
@SuppressWarnings({"unused", "NullAway.Init"})
class HistoryEntry extends BookingPart {

    private Instant at;

    @Enumerated(EnumType.STRING)
    private Actor actor;

    @Enumerated(EnumType.STRING)
    private HistoryEvent event;

    @Enumerated(EnumType.STRING)
    private @Nullable BookingState fromState;

    @Enumerated(EnumType.STRING)
    private BookingState toState;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, String> detail;

    /** For JPA. */
    protected HistoryEntry() {}

    HistoryEntry(
            Booking booking,
            Instant at,
            Actor actor,
            HistoryEvent event,
            @Nullable BookingState fromState,
            BookingState toState,
            Map<String, String> detail) {
        super(booking);
        this.at = at;
        this.actor = actor;
        this.event = event;
        this.fromState = fromState;
        this.toState = toState;
        this.detail = Map.copyOf(detail);
    }
}
