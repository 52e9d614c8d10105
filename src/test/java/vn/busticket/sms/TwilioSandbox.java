package vn.busticket.sms;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** Twilio's message resource on a port of its own, and a page that shows what was sent. */
public final class TwilioSandbox implements AutoCloseable {

    /** The one account that it knows. */
    public static final String ACCOUNT_SID = "ACdemo0000000000000000000000000000";

    /** The account's token. */
    public static final String AUTH_TOKEN = "demo-auth-token-not-secret";

    /** The account's number. */
    public static final String NUMBER = "+15005550006";

    /** A number that takes messages and never gets them. */
    public static final String SWITCHED_OFF = "+84900000003";

    /** A number of which nobody ever hears whether a message arrived. */
    public static final String NEVER_TOLD = "+84900000004";

    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");
    private static final int LONGEST = 1_600;
    private static final String RESOURCE = "/2010-04-01/Accounts/" + ACCOUNT_SID + "/Messages";
    private static final Map<String, Refusal> REFUSED_NUMBERS =
            Map.of(
                    "+15005550001",
                    new Refusal(400, 21211, "Invalid 'To' Phone Number"),
                    "+15005550002",
                    new Refusal(400, 21612, "Message cannot be sent with this combination"),
                    "+15005550004",
                    new Refusal(400, 21610, "Attempt to send to unsubscribed recipient"),
                    "+15005550009",
                    new Refusal(400, 21614, "'To' number is not a valid mobile number"));

    private final JsonMapper json = new JsonMapper();
    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Sms> messages = new CopyOnWriteArrayList<>();
    private final AtomicInteger posts = new AtomicInteger();
    private volatile Supplier<String> heading = () -> "";
    private final AtomicReference<Mood> mood = new AtomicReference<>(Mood.WELL);

    /** How it feels. */
    public enum Mood {
        /** It does what it should. */
        WELL,
        /** It has had too much: 429. */
        BUSY,
        /** It fails, whatever it is asked: 503. */
        BROKEN,
        /** It takes a message and cuts the line instead of answering. */
        TAKES_AND_HANGS_UP
    }

    /**
     * A message that it took.
     *
     * @param looks how often somebody asked about it
     */
    public record Sms(
            String sid, String to, String from, String body, String createdAt, int looks) {

        String status() {
            if (looks < 1) {
                return "queued";
            }
            if (looks < 2 || to.equals(NEVER_TOLD)) {
                return "sent";
            }
            return to.equals(SWITCHED_OFF) ? "undelivered" : "delivered";
        }
    }

    private record Refusal(int status, int code, String words) {}

    private TwilioSandbox(HttpServer server) {
        this.server = server;
    }

    /** Shows a line of its owner above the messages, asked anew each time. */
    public TwilioSandbox alsoShow(Supplier<String> line) {
        heading = line;
        return this;
    }

    /** Starts it on any port. */
    public static TwilioSandbox start() {
        return start(0);
    }

    /** Starts it on that port. */
    public static TwilioSandbox start(int port) {
        try {
            var server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 100);
            var sandbox = new TwilioSandbox(server);
            server.setExecutor(sandbox.workers);
            server.createContext("/", sandbox::answer);
            server.start();
            return sandbox;
        } catch (IOException taken) {
            throw new UncheckedIOException("The SMS sandbox cannot listen on " + port, taken);
        }
    }

    /** Its address. */
    public String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What it took for a number. */
    public List<Sms> received(String number) {
        return messages.stream().filter(message -> message.to().equals(number)).toList();
    }

    /** How often somebody asked it to send something. */
    public int posts() {
        return posts.get();
    }

    /** Changes how it feels. */
    public void feel(Mood changed) {
        mood.set(changed);
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            if (path.equals("/")) {
                send(exchange, 200, "text/html", SmsPage.of(messages, heading.get()));
            } else if (!isOurs(exchange)) {
                refuse(exchange, new Refusal(401, 20003, "Authenticate"));
            } else if (mood.get() == Mood.BROKEN) {
                refuse(exchange, new Refusal(503, 0, "Service Unavailable"));
            } else if (path.equals(RESOURCE + ".json")) {
                answerAboutAll(exchange);
            } else if (path.startsWith(RESOURCE + "/") && path.endsWith(".json")) {
                answerAboutOne(
                        exchange, path.substring(RESOURCE.length() + 1).replace(".json", ""));
            } else {
                refuse(exchange, new Refusal(404, 20404, "The requested resource was not found"));
            }
        }
    }

    private void answerAboutAll(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("POST")) {
            posts.incrementAndGet();
            take(exchange);
            return;
        }
        var query = fields(Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), ""));
        var found =
                messages.reversed().stream()
                        .filter(message -> message.to().equals(query.get("To")))
                        .map(TwilioSandbox::fields)
                        .toList();
        send(exchange, 200, "application/json", json.writeValueAsString(Map.of("messages", found)));
    }

    private void take(HttpExchange exchange) throws IOException {
        var form =
                fields(
                        new String(
                                exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        var refusal = refusal(form);
        if (refusal.isPresent()) {
            refuse(exchange, refusal.get());
            return;
        }
        var message =
                new Sms(
                        "SM%032x".formatted(messages.size() + 1),
                        form.getOrDefault("To", ""),
                        form.getOrDefault("From", ""),
                        form.getOrDefault("Body", ""),
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                ZonedDateTime.now(ZoneOffset.UTC)),
                        0);
        messages.add(message);
        if (mood.get() == Mood.TAKES_AND_HANGS_UP) {
            return;
        }
        send(exchange, 201, "application/json", json.writeValueAsString(fields(message)));
    }

    private Optional<Refusal> refusal(Map<String, String> form) {
        var to = form.getOrDefault("To", "");
        var body = form.getOrDefault("Body", "");
        if (mood.get() == Mood.BUSY) {
            return Optional.of(new Refusal(429, 20429, "Too Many Requests"));
        }
        if (!form.getOrDefault("From", "").equals(NUMBER)) {
            return Optional.of(new Refusal(400, 21606, "The 'From' phone number is not valid"));
        }
        if (!E164.matcher(to).matches()) {
            return Optional.of(new Refusal(400, 21211, "Invalid 'To' Phone Number"));
        }
        if (body.isEmpty()) {
            return Optional.of(new Refusal(400, 21602, "Message body is required"));
        }
        if (body.length() > LONGEST) {
            return Optional.of(new Refusal(400, 21617, "The message body exceeds 1600 characters"));
        }
        return Optional.ofNullable(REFUSED_NUMBERS.get(to));
    }

    private void answerAboutOne(HttpExchange exchange, String sid) throws IOException {
        for (var index = 0; index < messages.size(); index++) {
            var message = messages.get(index);
            if (message.sid().equals(sid)) {
                var asked =
                        new Sms(
                                sid,
                                message.to(),
                                message.from(),
                                message.body(),
                                message.createdAt(),
                                message.looks() + 1);
                messages.set(index, asked);
                send(exchange, 200, "application/json", json.writeValueAsString(fields(asked)));
                return;
            }
        }
        refuse(exchange, new Refusal(404, 20404, "The requested resource was not found"));
    }

    private static Map<String, Object> fields(Sms message) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("sid", message.sid());
        fields.put("account_sid", ACCOUNT_SID);
        fields.put("to", message.to());
        fields.put("from", message.from());
        fields.put("body", message.body());
        fields.put("status", message.status());
        fields.put("error_code", message.status().equals("undelivered") ? 30003 : null);
        fields.put("date_created", message.createdAt());
        fields.put("direction", "outbound-api");
        fields.put("uri", RESOURCE + "/" + message.sid() + ".json");
        return fields;
    }

    private static boolean isOurs(HttpExchange exchange) {
        var pair = (ACCOUNT_SID + ":" + AUTH_TOKEN).getBytes(StandardCharsets.UTF_8);
        return ("Basic " + Base64.getEncoder().encodeToString(pair))
                .equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private void refuse(HttpExchange exchange, Refusal refusal) throws IOException {
        var body = new LinkedHashMap<String, Object>();
        body.put("code", refusal.code());
        body.put("message", refusal.words());
        body.put("more_info", "https://www.twilio.com/docs/errors/" + refusal.code());
        body.put("status", refusal.status());
        send(exchange, refusal.status(), "application/json", json.writeValueAsString(body));
    }

    private static void send(HttpExchange exchange, int status, String type, String text)
            throws IOException {
        var body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private static Map<String, String> fields(String encoded) {
        var fields = new LinkedHashMap<String, String>();
        for (var pair : encoded.split("&", -1)) {
            var at = pair.indexOf('=');
            if (at > 0) {
                fields.put(decoded(pair.substring(0, at)), decoded(pair.substring(at + 1)));
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
