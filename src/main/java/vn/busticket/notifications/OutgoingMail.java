package vn.busticket.notifications;

import java.util.List;

/**
 * An e-mail with its envelope.
 *
 * @param messageId the same for every attempt, without angle brackets, so that a mail that arrives
 *     twice can be recognised
 * @param recipientName name shown beside the address
 * @param recipient address
 * @param letter subject, HTML, text and pictures
 * @param attachments files that go along
 */
record OutgoingMail(
        String messageId,
        String recipientName,
        String recipient,
        WrittenLetter letter,
        List<Attachment> attachments) {

    /** A file that goes along. */
    record Attachment(String name, String mediaType, byte[] content) {}
}
