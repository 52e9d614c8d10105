package vn.busticket.sms;

import java.util.List;

/** What a person sees of the messages: newest first. */
final class SmsPage {

    private static final String HEAD =
            """
            <!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>BusTicket SMS catcher</title>
            <style>body{font:16px/1.5 sans-serif;max-width:40rem;margin:1rem auto;padding:0 1rem}
            li{border:1px solid #999;border-radius:12px;padding:.5rem .8rem;margin:.6rem 0;white-space:pre-wrap}
            ul{list-style:none;padding:0}small{display:block;color:#555}</style>
            <h1>SMS catcher</h1><p>Nothing leaves this machine. Newest first.</p>
            """;

    private SmsPage() {}

    /**
     * @param heading a line of the one who started it, empty for none
     */
    static String of(List<TwilioSandbox.Sms> messages, String heading) {
        var page = new StringBuilder(HEAD);
        if (!heading.isEmpty()) {
            page.append("<p><strong>%s</strong></p>".formatted(escape(heading)));
        }
        page.append("<ul>");
        for (var message : messages.reversed()) {
            page.append(
                    "<li><small>%s, %s, %d characters, %s</small>%s"
                            .formatted(
                                    escape(message.to()),
                                    message.createdAt(),
                                    message.body().length(),
                                    message.status(),
                                    escape(message.body())));
        }
        return page.append("</ul>").toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
