package vn.busticket.notifications;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * By what a message is known outside: its Message-ID and the sender on its envelope. The instant
 * makes that hard to guess for whoever did not get the message.
 *
 * @param notification number of the message in the outbox
 * @param createdAt when it was queued, to the millisecond
 */
record MessageIdentity(long notification, Instant createdAt) {

    private static final Pattern FORM = Pattern.compile("\\bn(\\d{1,18})\\.(\\d{1,15})@");

    /** The identity inside a Message-ID or an envelope address; empty if it is none of ours. */
    static Optional<MessageIdentity> in(String text) {
        var found = FORM.matcher(text);
        return found.find()
                ? Optional.of(
                        new MessageIdentity(
                                Long.parseLong(found.group(1)),
                                Instant.ofEpochMilli(Long.parseLong(found.group(2)))))
                : Optional.empty();
    }
}
