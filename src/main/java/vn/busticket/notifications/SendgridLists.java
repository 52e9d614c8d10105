package vn.busticket.notifications;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/**
 * Learns from SendGrid, which keeps returned mail to itself, what came back since the last time,
 * and lets it forget the addresses that staff allowed again.
 */
@Component
class SendgridLists {

    private static final Logger log = LoggerFactory.getLogger(SendgridLists.class);

    /** The first time everything is read. */
    static final Instant BEGINNING = Instant.EPOCH.plusSeconds(1);

    /** What is younger may still be joined by something of the same second. */
    private static final Duration TOO_YOUNG = Duration.ofMinutes(1);

    private final SendgridClient client;
    private final SendgridMarks marks;
    private final Clock clock;

    SendgridLists(SendgridClient client, SendgridMarks marks, Clock clock) {
        this.client = client;
        this.marks = marks;
        this.clock = clock;
    }

    /**
     * Reads the lists and passes on what was lifted; does nothing where SendGrid is not used. What
     * fails is logged and done the next time.
     */
    void read() {
        if (!client.isSetUp()) {
            marks.forgetLifted();
            return;
        }
        try {
            for (var address : marks.lifted()) {
                client.forget(address);
                marks.forgotten(address);
            }
            for (var list : SendgridList.values()) {
                read(list);
            }
        } catch (RestClientException failed) {
            log.warn("SendGrid not asked reason={}", failed.getClass().getSimpleName());
        }
    }

    private void read(SendgridList list) {
        var from = marks.readUntil(list);
        var until = clock.instant().minus(TOO_YOUNG).truncatedTo(ChronoUnit.SECONDS);
        if (from.isBefore(until)) {
            marks.take(list, client.entries(list, from, until), until);
        }
    }
}
