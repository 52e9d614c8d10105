package vn.busticket.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Vietnam's clock and calendar: UTC+7 without summer time. Instants inside, this at the edges. */
public final class VietnamTime {

    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private VietnamTime() {}

    /** What a clock on a wall in Vietnam shows at that instant. */
    public static LocalDateTime at(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZONE);
    }

    /** The calendar day in Vietnam at that instant. */
    public static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    /** The first instant of a calendar day in Vietnam. */
    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    /** The instant at which clocks in Vietnam show that date and time. */
    public static Instant instantOf(LocalDateTime dateTime) {
        return dateTime.atZone(ZONE).toInstant();
    }
}
