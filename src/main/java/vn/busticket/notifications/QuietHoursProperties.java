package vn.busticket.notifications;

import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When no texts are sent, in Vietnam's time; no setting of the environment.
 *
 * @param from {@code HH:mm}
 * @param until {@code HH:mm}
 */
@ConfigurationProperties("busticket.quiet-hours")
record QuietHoursProperties(
        @DefaultValue("22:00") String from, @DefaultValue("07:00") String until) {

    /** The hours. */
    QuietHours hours() {
        return new QuietHours(LocalTime.parse(from), LocalTime.parse(until));
    }
}
