package vn.busticket.notifications;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** A report as mail servers write it (RFC 3464), to be brought into the bounce mailbox. */
record Returned(
        String to, String messageId, String action, String status, String detail, boolean whole) {

    private static final String REPORT =
            """
            Return-Path: <>
            From: Mail Delivery System <MAILER-DAEMON@mx.example.vn>
            To: %s
            Subject: Undelivered Mail Returned to Sender
            Auto-Submitted: auto-replied
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary="edge"

            --edge
            Content-Type: text/plain

            I am sorry to have to tell you that your message could not be delivered.

            --edge
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example.vn
            Arrival-Date: Mon, 23 Nov 2026 10:00:00 +0700

            Original-Recipient: rfc822;%s
            Final-Recipient: rfc822; %s
            Action: %s
            Status: %s
            Diagnostic-Code: %s

            --edge
            Content-Type: %s

            Message-ID: %s
            Subject: V=?utf-8?Q?=C3=A9?=
            %s
            --edge--
            """;

    /** A report that came to an envelope address: failed for good, with the whole message. */
    static Returned to(String envelope) {
        return new Returned(envelope, "", "failed", "5.1.1", "smtp; 550 5.1.1 No such user", true);
    }

    Returned about(String returnedMessageId) {
        return new Returned(to, returnedMessageId, action, status, detail, whole);
    }

    Returned saying(String what, String numbers, String words) {
        return new Returned(to, messageId, what, numbers, words, whole);
    }

    Returned headersOnly() {
        return new Returned(to, messageId, action, status, detail, false);
    }

    /** The mail, about that recipient. */
    MimeMessage mail(String recipient) {
        return parsed(
                REPORT.formatted(
                        to,
                        recipient,
                        recipient,
                        action,
                        status,
                        detail,
                        whole ? "message/rfc822" : "text/rfc822-headers",
                        messageId,
                        whole ? "\nHello\n" : ""));
    }

    /** Some other mail. */
    static MimeMessage plain(String words) {
        return parsed(
                "From: an@example.vn\nTo: noreply@busticket.example\nSubject: Re\n\n" + words);
    }

    /** A mail in exactly these characters. */
    static MimeMessage parsed(String text) {
        try {
            return new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(
                            text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
        } catch (MessagingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
