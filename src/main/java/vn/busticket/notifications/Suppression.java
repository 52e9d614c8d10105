package vn.busticket.notifications;

import java.time.Instant;
import java.util.Optional;

/**
 * An address that takes no mail.
 *
 * @param detail the words of the mail server, one line
 * @param count how often mail came back for good
 * @param delays how often mail was late besides
 */
public record Suppression(
        String address,
        SuppressionReason reason,
        SuppressionSource source,
        Optional<String> detail,
        Instant since,
        int count,
        int delays) {}
