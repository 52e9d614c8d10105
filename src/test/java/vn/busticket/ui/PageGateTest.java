package vn.busticket.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.busticket.shared.Language;
import vn.busticket.testing.ApplicationTest;

/** More people than screens can be drawn for at once find a calm page that leads back. */
@Tag("P10.3")
class PageGateTest extends ApplicationTest {

    private static final String CHECKOUT = "/checkout/some-hold?a=%22%3Cb";

    @Autowired private PageGate gate;

    @Test
    void whoFindsItFullIsAskedInTheirLanguageToComeBackToTheSameAddress() throws Exception {
        fill();
        try {
            var answer = get(CHECKOUT, "text/html", "vi");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
            assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
            assertThat(answer.headers().allValues("Set-Cookie")).as("no session").isEmpty();
            assertThat(answer.body())
                    .contains(Messages.text(Language.VI, "ui.busy.headline"))
                    .contains("<a href=\"" + CHECKOUT + "\">");
            assertThat(get("/", "text/html,*/*", "en").body())
                    .contains(Messages.text(Language.EN, "ui.busy.headline"))
                    .contains(Messages.text(Language.EN, "ui.busy.again"));
            assertThat(get("//evil.example/x", "text/html", "en").body())
                    .contains("<a href=\"/evil.example/x\">");
            assertThat(get("/frontend-theme/styles.css", "text/css", "vi").statusCode())
                    .as("open screens go on")
                    .isEqualTo(200);
        } finally {
            empty();
        }
        for (var page = 0; page < PageGate.PLACES + 1; page++) {
            assertThat(get("/tickets/key", "text/html", "vi").statusCode()).isEqualTo(200);
        }
        fill();
        empty();
    }

    private void fill() {
        for (var place = 0; place < PageGate.PLACES; place++) {
            assertThat(gate.enter()).isTrue();
        }
        assertThat(gate.enter()).isFalse();
    }

    private void empty() {
        for (var place = 0; place < PageGate.PLACES; place++) {
            gate.leave();
        }
    }

    private HttpResponse<String> get(String path, String accept, String language) throws Exception {
        try (var browser = HttpClient.newHttpClient()) {
            return browser.send(
                    HttpRequest.newBuilder(URI.create(address() + path))
                            .header("Accept", accept)
                            .header("Accept-Language", language)
                            .build(),
                    BodyHandlers.ofString());
        }
    }
}
