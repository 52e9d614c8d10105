package vn.busticket.search;

import java.time.Instant;
import vn.busticket.shared.VietnamTime;

/** A part of the day in which a coach leaves, by Vietnam's clock. */
public enum DepartureHours {
    /** From midnight to noon. */
    MORNING(0, 12),
    /** From noon to six. */
    AFTERNOON(12, 18),
    /** From six to midnight. */
    EVENING(18, 24);

    private final int from;
    private final int until;

    DepartureHours(int from, int until) {
        this.from = from;
        this.until = until;
    }

    /** The first hour of the day that belongs to it. */
    public int from() {
        return from;
    }

    /** The hour of the day at which it ends. */
    public int until() {
        return until;
    }

    /** The part of the day of that instant. */
    public static DepartureHours of(Instant departure) {
        int hour = VietnamTime.at(departure).getHour();
        for (var hours : values()) {
            if (hour < hours.until) {
                return hours;
            }
        }
        throw new IllegalStateException("No part of the day has hour " + hour);
    }
}
