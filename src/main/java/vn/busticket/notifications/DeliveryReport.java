package vn.busticket.notifications;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.angus.mail.dsn.DeliveryStatus;
import org.jspecify.annotations.Nullable;

/**
 * What a mail server reports about a message that it could not deliver, or not yet (RFC 3464).
 *
 * @param identity which of our messages it says it is about, by its Message-ID or its envelope
 * @param recipients what became of it for each of its recipients
 */
record DeliveryReport(MessageIdentity identity, List<RecipientReport> recipients) {

    private static final List<String> STATUS =
            List.of("message/delivery-status", "message/global-delivery-status");

    /** Some servers return the whole message, some its headers only. */
    private static final List<String> RETURNED =
            List.of(
                    "message/rfc822",
                    "text/rfc822-headers",
                    "message/global",
                    "message/global-headers");

    /** Where a server may tell which envelope address the report came to. */
    private static final List<String> ENVELOPE =
            List.of("To", "Delivered-To", "X-Original-To", "X-Envelope-To");

    /**
     * Reads a report.
     *
     * @return empty for every other mail, and for a report about a message that is not ours
     * @throws MessagingException if the mail is malformed
     * @throws IOException likewise
     */
    static Optional<DeliveryReport> read(MimeMessage mail) throws MessagingException, IOException {
        if (!mail.isMimeType("multipart/report")) {
            return Optional.empty();
        }
        var parts = parts(mail);
        var recipients = new ArrayList<RecipientReport>();
        var names = new ArrayList<String>();
        for (var part : parts) {
            if (isOf(part, STATUS)) {
                recipients.addAll(recipients(new DeliveryStatus(part.getInputStream())));
            } else if (isOf(part, RETURNED)) {
                names.addAll(values(new InternetHeaders(part.getInputStream()), "Message-ID"));
            }
        }
        for (var header : ENVELOPE) {
            Optional.ofNullable(mail.getHeader(header))
                    .map(Arrays::asList)
                    .ifPresent(names::addAll);
        }
        return names.stream()
                .flatMap(name -> MessageIdentity.in(name).stream())
                .findFirst()
                .map(identity -> new DeliveryReport(identity, List.copyOf(recipients)));
    }

    private static List<BodyPart> parts(MimeMessage mail) throws MessagingException {
        var multipart = new MimeMultipart(mail.getDataHandler().getDataSource());
        var parts = new ArrayList<BodyPart>();
        for (var index = 0; index < multipart.getCount(); index++) {
            parts.add(multipart.getBodyPart(index));
        }
        return parts;
    }

    private static boolean isOf(Part part, List<String> types) throws MessagingException {
        for (var type : types) {
            if (part.isMimeType(type)) {
                return true;
            }
        }
        return false;
    }

    private static List<RecipientReport> recipients(DeliveryStatus status) {
        return Stream.of(status).flatMap(DeliveryReport::each).toList();
    }

    private static Stream<RecipientReport> each(DeliveryStatus status) {
        return Stream.iterate(0, index -> index < status.getRecipientDSNCount(), index -> index + 1)
                .map(status::getRecipientDSN)
                .map(fields ->
                        new RecipientReport(
                                Stream.of("Original-Recipient", "Final-Recipient")
                                        .flatMap(name -> values(fields, name).stream())
                                        .map(DeliveryReport::address)
                                        .toList(),
                                first(fields, "Action").strip().toLowerCase(Locale.ROOT),
                                first(fields, "Status").strip(),
                                first(fields, "Diagnostic-Code")));
    }

    /** Without the type in front: {@code rfc822; an@example.vn}. */
    private static String address(String field) {
        return field.substring(field.indexOf(';') + 1).strip().toLowerCase(Locale.ROOT);
    }

    private static String first(InternetHeaders fields, String name) {
        return values(fields, name).stream().findFirst().orElse("");
    }

    private static List<String> values(InternetHeaders fields, String name) {
        String @Nullable [] values = fields.getHeader(name);
        return values == null ? List.of() : List.of(values);
    }

    /**
     * What became of a message for one recipient.
     *
     * @param addresses as we sent it, and as the last server knows it
     * @param action failed, delayed, delivered, relayed or expanded
     * @param status three numbers after RFC 3463
     * @param detail the words of the last server
     */
    record RecipientReport(List<String> addresses, String action, String status, String detail) {

        /** What follows from it. */
        Finding finding() {
            return switch (action) {
                case "failed" ->
                        EnhancedStatus.isForGood(status) ? Finding.RETURNED : Finding.DELAYED;
                case "delayed" -> Finding.DELAYED;
                default -> Finding.NOTHING;
            };
        }
    }

    /** What follows from a report. */
    enum Finding {
        /** The address takes no mail. */
        RETURNED,
        /** It is late, or came back for a reason that may pass. */
        DELAYED,
        /** It arrived. */
        NOTHING
    }
}
