package vn.busticket.notifications;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail with its envelope.
 *
 * @param identity the same for every attempt, so that a mail that arrives twice or comes back can
 *     be recognised
 * @param recipientName name shown beside the address
 * @param recipient address
 * @param letter subject, HTML, text and pictures
 * @param attachments files that go along
 * @param unsubscribe where its recipient says by one click that no more of the kind shall come, if
 *     that may be said of it
 */
record OutgoingMail(
        MessageIdentity identity,
        String recipientName,
        String recipient,
        WrittenLetter letter,
        List<Attachment> attachments,
        @Nullable URI unsubscribe)
        implements Outgoing {

    /** An e-mail that nobody can unsubscribe from. */
    OutgoingMail(
            MessageIdentity identity,
            String recipientName,
            String recipient,
            WrittenLetter letter,
            List<Attachment> attachments) {
        this(identity, recipientName, recipient, letter, attachments, null);
    }

    /** A file that goes along. */
    record Attachment(String name, String mediaType, byte[] content) {}
}
