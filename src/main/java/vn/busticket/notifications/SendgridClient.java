package vn.busticket.notifications;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Asks SendGrid about addresses over REST; every wait has an end. */
@Component
class SendgridClient {

    /** The most that SendGrid gives at once. */
    static final int ROWS_ON_A_PAGE = 500;

    private static final Duration TIME_OUT = Duration.ofSeconds(20);
    private static final ParameterizedTypeReference<List<Entry>> ENTRIES =
            new ParameterizedTypeReference<>() {};
    private static final int NOT_FOUND = 404;

    private final RestClient http;
    private final boolean hasKey;

    SendgridClient(BounceProperties properties) {
        var requests =
                new JdkClientHttpRequestFactory(
                        HttpClient.newBuilder().connectTimeout(TIME_OUT).build());
        requests.setReadTimeout(TIME_OUT);
        hasKey = !properties.sendgridApiKey().isBlank();
        http =
                RestClient.builder()
                        .requestFactory(requests)
                        .baseUrl(properties.sendgridBaseUrl().toString())
                        .defaultHeaders(headers ->
                                headers.setBearerAuth(properties.sendgridApiKey().strip()))
                        .build();
    }

    /** True if SendGrid can be asked. */
    boolean isSetUp() {
        return hasKey;
    }

    /**
     * What was put on a list in a span of time.
     *
     * @param from in whole seconds, included
     * @param until likewise, excluded
     * @throws RestClientException if SendGrid does not answer or refuses
     */
    List<Entry> entries(SendgridList list, Instant from, Instant until) {
        var all = new ArrayList<Entry>();
        List<Entry> page;
        do {
            page = page(list, from, until, all.size());
            all.addAll(page);
        } while (page.size() == ROWS_ON_A_PAGE);
        return all;
    }

    /**
     * Takes an address off all lists; may be repeated.
     *
     * @throws RestClientException if SendGrid does not answer or refuses
     */
    void forget(String address) {
        for (var list : SendgridList.values()) {
            try {
                http.delete()
                        .uri(list.path() + "/{address}", address)
                        .retrieve()
                        .toBodilessEntity();
            } catch (HttpClientErrorException refused) {
                if (!refused.getStatusCode().isSameCodeAs(HttpStatusCode.valueOf(NOT_FOUND))) {
                    throw refused;
                }
            }
        }
    }

    private List<Entry> page(SendgridList list, Instant from, Instant until, int offset) {
        var page =
                http.get()
                        .uri(address ->
                                address.path(list.path())
                                        .queryParam("start_time", from.getEpochSecond())
                                        .queryParam("end_time", until.getEpochSecond() - 1)
                                        .queryParam("limit", ROWS_ON_A_PAGE)
                                        .queryParam("offset", offset)
                                        .build())
                        .retrieve()
                        .body(ENTRIES);
        return page == null ? List.of() : page;
    }

    /**
     * An address on a list.
     *
     * @param created seconds since 1970
     * @param reason in the words of the mail server
     * @param status three numbers after RFC 3463
     */
    record Entry(
            long created,
            @Nullable String email,
            @Nullable String reason,
            @Nullable String status) {}
}
