package vn.busticket.notifications;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * By what a message is known outside: its Message-ID and, where returned mail may have an address
 * of its own, the sender on its envelope. The instant makes that hard to guess for whoever did not
 * get the message.
 *
 * @param notification number of the message in the outbox
 * @param createdAt when it was queued, to the millisecond
 */
record MessageIdentity(long notification, Instant createdAt) {

    private static final Pattern FORM = Pattern.compile("\\bn(\\d{1,18})\\.(\\d{1,15})@");
    private static final String PLACE_OF_THE_IDENTITY = "{id}";

    static MessageIdentity of(Claimed message) {
        return new MessageIdentity(message.id(), message.createdAt());
    }

    /**
     * The identity inside a Message-ID or an envelope address, wherever it stands in the text;
     * empty if it is none of ours. That it was really sent is for the caller to look up.
     */
    static Optional<MessageIdentity> in(String text) {
        var found = FORM.matcher(text);
        return found.find()
                ? Optional.of(
                        new MessageIdentity(
                                Long.parseLong(found.group(1)),
                                Instant.ofEpochMilli(Long.parseLong(found.group(2)))))
                : Optional.empty();
    }

    /**
     * The Message-ID, without angle brackets.
     *
     * @param sender the address that the message is from, whose domain is used
     */
    String messageId(String sender) {
        return text() + sender.substring(sender.lastIndexOf('@'));
    }

    /**
     * The sender on the envelope, which returned mail goes to.
     *
     * @param form an address; <code>{id}</code> in it stands for the identity
     */
    String envelopeSender(String form) {
        return form.replace(PLACE_OF_THE_IDENTITY, text());
    }

    private String text() {
        return "n" + notification + "." + createdAt.toEpochMilli();
    }
}
