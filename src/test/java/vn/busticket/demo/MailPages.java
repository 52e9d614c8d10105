package vn.busticket.demo;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.Date;
import java.util.stream.Collectors;

/** The catcher's own pages. */
final class MailPages {

    private static final String HEAD =
            """
            <!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>BusTicket mail catcher</title>
            <style>body{font:16px/1.5 sans-serif;max-width:60rem;margin:1rem auto;padding:0 1rem}td,th{text-align:left;padding:.3rem .8rem .3rem 0}
            iframe{width:100%;height:70vh;border:1px solid #999}</style>
            """;

    private MailPages() {}

    static String list(MimeMessage[] messages) throws MessagingException {
        var page =
                new StringBuilder(
                        HEAD
                                + "<h1>Mail catcher</h1><p>Nothing leaves this machine. Newest first.</p><table>");
        for (var number = messages.length - 1; number >= 0; number--) {
            var message = messages[number];
            page.append(
                    "<tr><td>%s<td>%s<td><a href=\"/%d\">%s</a>"
                            .formatted(
                                    sent(message),
                                    recipients(message),
                                    number,
                                    escape(message.getSubject())));
        }
        return page.append("</table>").toString();
    }

    static String one(MimeMessage message, int number, MailParts parts) throws MessagingException {
        var page =
                new StringBuilder(
                        HEAD
                                + "<p><a href=\"/\">All mails</a></p><h1>%s</h1><p>To %s, %s</p><ul>"
                                        .formatted(
                                                escape(message.getSubject()),
                                                recipients(message),
                                                sent(message)));
        for (var index = 0; index < parts.files().size(); index++) {
            page.append(
                    "<li><a href=\"/%d/%d\">%s</a>"
                            .formatted(number, index, escape(parts.files().get(index).name())));
        }
        return page.append(
                        "<li><a href=\"/%d/text\">Plain text</a></ul><iframe title=\"HTML\" src=\"/%d/html\"></iframe>"
                                .formatted(number, number))
                .toString();
    }

    private static String recipients(MimeMessage message) throws MessagingException {
        return Arrays.stream(message.getRecipients(RecipientType.TO))
                .map(address -> escape(address.toString()))
                .collect(Collectors.joining(", "));
    }

    private static Date sent(MimeMessage message) throws MessagingException {
        return message.getSentDate();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
