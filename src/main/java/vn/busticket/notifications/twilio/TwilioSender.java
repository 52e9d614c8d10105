package vn.busticket.notifications.twilio;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpRequest;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.util.UriBuilder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import vn.busticket.notifications.FailureKind;
import vn.busticket.notifications.OutgoingSms;
import vn.busticket.notifications.SendOutcome;
import vn.busticket.notifications.SmsSender;

/**
 * Sends by Twilio's message resource (twilio.com/docs/messaging/api/message-resource). Nothing is
 * sent twice by itself: a message whose answer was lost is looked for among those that Twilio has.
 */
class TwilioSender implements SmsSender {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(2);
    private static final int MOST_TO_LOOK_THROUGH = 50;
    private static final int UNAUTHORIZED = 401;
    private static final String MESSAGES = "/2010-04-01/Accounts/{sid}/Messages";

    private final TwilioProperties properties;
    private final HttpClient client;
    private final RestClient http;
    private final JsonMapper json = new JsonMapper();

    TwilioSender(TwilioProperties properties) {
        this.properties = properties;
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(CONNECT)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
        var requests = new JdkClientHttpRequestFactory(client);
        requests.setReadTimeout(ANSWER);
        this.http =
                RestClient.builder()
                        .baseUrl(properties.baseUrl().toString())
                        .requestFactory(requests)
                        .defaultHeaders(headers ->
                                headers.setBasicAuth(
                                        properties.accountSid(), properties.authToken()))
                        .build();
    }

    @Override
    public SendOutcome send(OutgoingSms message) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("To", message.to());
        form.add("From", properties.phoneNumber());
        form.add("Body", message.text());
        try {
            var answer =
                    http.post()
                            .uri(MESSAGES + ".json", properties.accountSid())
                            .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                            .body(form)
                            .exchange(this::answer);
            return answer.isFine() ? taken(answer.body()) : answer.failure();
        } catch (RestClientException silence) {
            return TwilioFailure.ofSilence(silence);
        }
    }

    @Override
    public Optional<SendOutcome.Sent> find(OutgoingSms message, Instant since) {
        var day = LocalDate.ofInstant(since, ZoneOffset.UTC);
        var known =
                ask(uri ->
                        uri.path(MESSAGES + ".json")
                                .queryParam("To", "{to}")
                                .queryParam("DateSent>", "{day}")
                                .queryParam("PageSize", MOST_TO_LOOK_THROUGH)
                                .build(properties.accountSid(), message.to(), day));
        for (var one : known.path("messages")) {
            if (one.path("body").asString("").equals(message.text())
                    && !createdAt(one).isBefore(since.minus(CLOCKS_DIFFER))
                    && standing(one).standing() != Standing.FAILED) {
                return Optional.of(taken(one));
            }
        }
        return Optional.empty();
    }

    @Override
    public Arrival arrival(String reference) {
        return standing(
                ask(uri ->
                        uri.path(MESSAGES + "/{message}.json")
                                .build(properties.accountSid(), reference)));
    }

    @Override
    public void hangUp() {
        client.shutdownNow();
    }

    @Override
    public int perSecond() {
        return properties.perSecond();
    }

    private JsonNode ask(Function<UriBuilder, URI> where) {
        try {
            var answer = http.get().uri(where).exchange(this::answer);
            if (!answer.isFine()) {
                throw new SmsServiceAway(
                        answer.status() == UNAUTHORIZED
                                ? FailureKind.WE_ARE_REFUSED
                                : FailureKind.TEMPORARY,
                        "HTTP " + answer.status());
            }
            return answer.body();
        } catch (RestClientException silence) {
            throw new SmsServiceAway(FailureKind.CONNECTION, TwilioFailure.reason(silence));
        }
    }

    /** What Twilio said: a status of HTTP and its JSON, empty where it sent none. */
    private record Answer(int status, JsonNode body) {

        boolean isFine() {
            return status / 100 == 2;
        }

        SendOutcome failure() {
            return TwilioFailure.of(
                    status, body.path("code").asInt(0), body.path("message").asString(""));
        }
    }

    private Answer answer(HttpRequest request, ClientHttpResponse response) throws IOException {
        var status = response.getStatusCode().value();
        try (var body = response.getBody()) {
            return new Answer(status, json.readTree(body));
        } catch (JacksonException noJson) {
            return new Answer(status, MissingNode.getInstance());
        }
    }

    private static SendOutcome.Sent taken(JsonNode message) {
        var reference = message.path("sid").asString("");
        return new SendOutcome.Sent(
                message.path("status").asString("taken") + " " + reference,
                reference.isEmpty() ? null : reference);
    }

    private static Arrival standing(JsonNode message) {
        var status = message.path("status").asString("");
        var code = message.path("error_code").asInt(0);
        return new Arrival(
                switch (status) {
                    case "delivered", "read" -> Standing.ARRIVED;
                    case "undelivered", "failed", "canceled" -> Standing.FAILED;
                    default -> Standing.UNDERWAY;
                },
                code == 0 ? status : status + " " + code);
    }

    private static Instant createdAt(JsonNode message) {
        try {
            return DateTimeFormatter.RFC_1123_DATE_TIME.parse(
                    message.path("date_created").asString(""), Instant::from);
        } catch (DateTimeParseException unknown) {
            return Instant.MAX;
        }
    }
}
