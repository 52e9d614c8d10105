package vn.busticket.notifications;

import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When people are reminded of their coach.
 *
 * @param hours REMINDER_HOURS: how long before it leaves their boarding stop; fractions allowed
 * @param graceMinutes REMINDER_GRACE_MINUTES: how long after the purchase at the soonest; fractions
 *     allowed
 */
@ConfigurationProperties("busticket.reminders")
record ReminderProperties(
        @DefaultValue("24") double hours, @DefaultValue("120") double graceMinutes) {

    private static final double MILLIS_PER_MINUTE = 60_000;
    private static final double MINUTES_PER_HOUR = 60;

    ReminderProperties {
        if (!(hours > 0)) {
            throw new IllegalArgumentException("REMINDER_HOURS must be above 0: " + hours);
        }
        if (!(graceMinutes > 0)) {
            throw new IllegalArgumentException(
                    "REMINDER_GRACE_MINUTES must be above 0: " + graceMinutes);
        }
    }

    /** How long before the departure. */
    Duration window() {
        return minutes(hours * MINUTES_PER_HOUR);
    }

    /** How long after the purchase at the soonest. */
    Duration grace() {
        return minutes(graceMinutes);
    }

    /** From when on a passenger whose coach leaves then is reminded. */
    Instant dueAt(Instant departsAt) {
        return departsAt.minus(window());
    }

    private static Duration minutes(double minutes) {
        return Duration.ofMillis(Math.round(minutes * MILLIS_PER_MINUTE));
    }
}
