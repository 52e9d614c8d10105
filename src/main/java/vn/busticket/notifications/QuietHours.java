package vn.busticket.notifications;

import java.time.Instant;
import java.time.LocalTime;
import vn.busticket.shared.VietnamTime;

/**
 * When phones should not ring, by Vietnam's clock.
 *
 * @param from when they begin, in the evening or after midnight
 * @param until when they end; the same as the beginning if there are none
 */
record QuietHours(LocalTime from, LocalTime until) {

    /** The first instant from that one on at which a phone may ring. */
    Instant firstAllowed(Instant now) {
        var there = VietnamTime.at(now);
        if (!isQuiet(there.toLocalTime())) {
            return now;
        }
        var day = there.toLocalTime().isBefore(until) ? 0 : 1;
        return VietnamTime.instantOf(there.toLocalDate().plusDays(day).atTime(until));
    }

    private boolean isQuiet(LocalTime time) {
        var isAfterFrom = !time.isBefore(from);
        var isBeforeUntil = time.isBefore(until);
        return from.isAfter(until) ? isAfterFrom || isBeforeUntil : isAfterFrom && isBeforeUntil;
    }
}
