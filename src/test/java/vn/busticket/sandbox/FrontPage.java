package vn.busticket.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The front page for a person: the newest links, a bank app to scan with, and the switches; its
 * forms go to {@code /_panel/}.
 */
final class FrontPage implements HttpHandler {

    static final String PANEL = "/_panel/";
    private static final int SHOWN_LINKS = 100;
    private static final int SHOWN_DELIVERIES = 30;

    private final PayosSandbox sandbox;
    private final Controls controls;

    FrontPage(PayosSandbox sandbox, Controls controls) {
        this.sandbox = sandbox;
        this.controls = controls;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.startsWith(PANEL) && "POST".equals(exchange.getRequestMethod())) {
            act(exchange, path.substring(PANEL.length()));
        } else {
            String query = exchange.getRequestURI().getRawQuery();
            String note = WebPages.fields(query == null ? "" : query).get("note");
            WebPages.send(exchange, 200, "text/html", page(note));
        }
    }

    private void act(HttpExchange exchange, String action) throws IOException {
        String note;
        try {
            note = SandboxJson.write(controls.perform(action, WebPages.form(exchange)));
        } catch (IllegalArgumentException
                | IllegalStateException
                | NoSuchElementException refused) {
            note = String.valueOf(refused.getMessage());
        }
        WebPages.redirect(exchange, "/?note=" + URLEncoder.encode(note, StandardCharsets.UTF_8));
    }

    private String page(@Nullable String note) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("note", note == null ? "" : note);
        values.put("base-url", sandbox.baseUrl());
        values.put("webhook-url", sandbox.webhooks().url().orElse(""));
        values.put("mode", sandbox.webhooks().mode());
        values.put("endpoints", options(Endpoint.values()));
        values.put("kinds", options(Fault.Kind.values()));
        values.put("faults", faults());
        values.put("counts", counts());
        values.put("links", links());
        values.put("deliveries", deliveries());
        return WebPages.page("index.html", values);
    }

    private static String options(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> "<option>" + value.name() + "</option>")
                .collect(Collectors.joining());
    }

    private String faults() {
        return sandbox.faults().active().stream()
                .map(fault ->
                        "<li>%s: %s (%s)</li>"
                                .formatted(fault.endpoint(), fault.fault().kind(), fault.until()))
                .collect(Collectors.joining());
    }

    private String counts() {
        return Arrays.stream(Endpoint.values())
                .map(endpoint -> endpoint + " " + sandbox.calls().count(endpoint))
                .collect(Collectors.joining(" · "));
    }

    private String links() {
        return sandbox.links().stream()
                .limit(SHOWN_LINKS)
                .map(this::row)
                .collect(Collectors.joining());
    }

    private String row(SandboxLink link) {
        LinkStatus status = sandbox.statusOf(link);
        return "<tr><td><a href=\"/web/%s\">%d</a></td><td class=\"n\">%s</td><td class=\"n\">%s</td><td>%s</td><td><b class=\"s %s\">%s</b></td></tr>"
                .formatted(
                        link.id(),
                        link.orderCode(),
                        WebPages.dong(link.amount()),
                        WebPages.dong(link.amountPaid()),
                        WebPages.escaped(link.memo()),
                        status,
                        status);
    }

    private String deliveries() {
        List<WebhookDelivery> all = sandbox.deliveries();
        return all.stream()
                .sorted(Comparator.comparingLong(WebhookDelivery::id).reversed())
                .limit(SHOWN_DELIVERIES)
                .map(FrontPage::row)
                .collect(Collectors.joining());
    }

    private static String row(WebhookDelivery delivery) {
        String answers =
                delivery.tries().stream()
                        .map(one ->
                                one.succeeded()
                                        ? Integer.toString(one.httpStatus())
                                        : one.problem())
                        .collect(Collectors.joining(", "));
        return "<tr><td>%d</td><td>%s</td><td>%s</td><td>%s</td><td><form method=\"post\" action=\"%sreplay\"><button name=\"delivery\" value=\"%d\">Gửi lại · Replay</button></form></td></tr>"
                .formatted(
                        delivery.orderCode(),
                        WebPages.escaped(delivery.reference()),
                        delivery.state(),
                        WebPages.escaped(answers),
                        PANEL,
                        delivery.id());
    }
}
