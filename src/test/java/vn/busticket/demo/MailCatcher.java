package vn.busticket.demo;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;
import vn.busticket.testing.MailSetup;

/** Takes every e-mail by SMTP and delivers none; a person reads them in a browser. */
final class MailCatcher implements AutoCloseable {

    private final GreenMail smtp;
    private final HttpServer pages;

    private MailCatcher(GreenMail smtp, HttpServer pages) {
        this.smtp = smtp;
        this.pages = pages;
    }

    static MailCatcher start(int smtpPort, int pagePort) throws IOException {
        var smtp = new GreenMail(MailSetup.on(smtpPort, ServerSetup.PROTOCOL_SMTP));
        smtp.start();
        var pages =
                HttpServer.create(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), pagePort), 0);
        pages.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        var catcher = new MailCatcher(smtp, pages);
        pages.createContext("/", catcher::answer);
        pages.start();
        return catcher;
    }

    @Override
    public void close() {
        pages.stop(0);
        smtp.stop();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = List.of(exchange.getRequestURI().getPath().substring(1).split("/"));
            var messages = smtp.getReceivedMessages();
            if (path.getFirst().isEmpty()) {
                send(
                        exchange,
                        200,
                        "text/html; charset=utf-8",
                        MailPages.list(messages).getBytes(StandardCharsets.UTF_8));
                return;
            }
            var number = Integer.parseInt(path.getFirst());
            var part = path.size() > 1 ? path.get(1) : "";
            answerPart(exchange, messages[number], number, part);
        } catch (MessagingException | NumberFormatException | IndexOutOfBoundsException unknown) {
            send(
                    exchange,
                    404,
                    "text/plain; charset=utf-8",
                    "No such mail".getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void answerPart(
            HttpExchange exchange, MimeMessage message, int number, String part)
            throws IOException, MessagingException {
        var parts = MailParts.of(message);
        switch (part) {
            case "" ->
                    send(
                            exchange,
                            200,
                            "text/html; charset=utf-8",
                            MailPages.one(message, number, parts).getBytes(StandardCharsets.UTF_8));
            case "html" ->
                    send(
                            exchange,
                            200,
                            "text/html; charset=utf-8",
                            parts.html(number).getBytes(StandardCharsets.UTF_8));
            case "text" ->
                    send(
                            exchange,
                            200,
                            "text/plain; charset=utf-8",
                            parts.text().getBytes(StandardCharsets.UTF_8));
            default -> {
                var file = parts.files().get(Integer.parseInt(part));
                exchange.getResponseHeaders()
                        .set("Content-Disposition", "inline; filename=\"" + file.name() + "\"");
                send(exchange, 200, file.type(), file.content());
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body)
            throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
