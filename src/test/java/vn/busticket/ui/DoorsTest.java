package vn.busticket.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.busticket.testing.ApplicationTest;

/** What the application answers at the door, over real HTTP and without signing in. */
class DoorsTest extends ApplicationTest {

    private final HttpClient client = HttpClient.newHttpClient();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api",
                "/api/",
                "/api/v1/payments/webhook/",
                "/api/v2/payments/webhook",
                "/api/v1/payments",
                "/api/v1/payments/webhooks?x=1"
            })
    @Tag("P3.4")
    void unknownApiPathsAnswer404AsJson(String path) throws Exception {
        for (var method : new String[] {"GET", "POST", "PUT", "DELETE"}) {
            var answer =
                    send(
                            HttpRequest.newBuilder(URI.create(address() + path))
                                    .header("Accept", "text/html,*/*")
                                    .header("Content-Type", "application/json")
                                    .method(method, BodyPublishers.ofString("{}")));

            assertThat(answer.statusCode()).as(method).isEqualTo(404);
            assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                    .startsWith("application/json");
            assertThat(answer.body())
                    .isEqualTo("{\"code\":\"not_found\",\"message\":\"Not Found\"}");
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/frontend-theme/missing.css", "/webjars/missing.js"})
    void missingFilesAnswer404(String path) throws Exception {
        var answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).doesNotContain("<script").doesNotContain("Exception");
    }

    @Test
    void filesOfTheThemeAreServedToEverybody() throws Exception {
        assertThat(get("/frontend-theme/tokens.css").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/no-such-page", "/wp-login.php", "/trips/x/y/z", "/picture.png"})
    void unknownPagesAnswer404AndNotTheSignInPage(String path) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/trips/999999999",
                "/trips/abc",
                "/checkout/x",
                "/payment/x",
                "/payment/success/x",
                "/payment/success",
                "/payment/failure/x",
                "/refund/x",
                "/b/x"
            })
    @Tag("P3.6")
    void addressesThatNameNothingAnswer404(String path) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @Test
    @Tag("P4.3")
    void whetherACodeIsABookingIsNotTold() throws Exception {
        assertThat(get("/bookings/ZZZZ2222").statusCode()).isEqualTo(200);
    }

    @Test
    @Tag("P7.1")
    void theProfileLeadsToSignIn() throws Exception {
        var answer = get("/profile");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).hasValue("/login");
    }

    @Test
    void pagesSayWhatTheyMayLoad() throws Exception {
        var page = get("/login");

        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(header(page, "Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'", "object-src 'none'")
                .containsPattern("script-src 'self' 'nonce-[A-Za-z0-9+/=]{24}' 'unsafe-eval';");
        assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(page, "X-Frame-Options")).isEqualTo("DENY");
        assertThat(header(page, "Referrer-Policy")).isEqualTo("strict-origin-when-cross-origin");
        assertThat(header(page, "Permissions-Policy")).contains("camera=(self)");
        var nonce =
                header(page, "Content-Security-Policy").replaceFirst(".*'nonce-([^']+)'.*", "$1");
        var scripts = org.jsoup.Jsoup.parse(page.body()).select("script");
        assertThat(scripts).isNotEmpty();
        assertThat(scripts).allMatch(script -> script.attr("nonce").equals(nonce));
        assertThat(header(get("/login"), "Content-Security-Policy")).doesNotContain(nonce);
    }

    @Test
    @Tag("P5.3")
    void onlyTheScriptForCrewsWithoutNetworkReachesThePagesOfTripsAndAsksUsAlone()
            throws Exception {
        var worker = get("/frontend-theme/boarding-worker.js");
        assertThat(worker.statusCode()).isEqualTo(200);
        assertThat(header(worker, "Service-Worker-Allowed")).isEqualTo("/operator/trips/");
        assertThat(header(worker, "Content-Security-Policy"))
                .isEqualTo(ContentSecurityPolicy.NOTHING + "; connect-src 'self'");
        var other = get("/frontend-theme/boarding.js");
        assertThat(header(other, "Service-Worker-Allowed")).isEmpty();
        assertThat(header(other, "Content-Security-Policy"))
                .isEqualTo(ContentSecurityPolicy.NOTHING);
    }

    @Test
    void answersToMachinesRunNothing() throws Exception {
        assertThat(header(get("/api/x"), "Content-Security-Policy"))
                .isEqualTo(ContentSecurityPolicy.NOTHING);
    }

    @Test
    @Tag("P3.10")
    void browsersThatCameOverHttpsStayWithIt() throws Exception {
        assertThat(header(get("/login"), "Strict-Transport-Security")).isEmpty();
        assertThat(header(throughProxy("127.0.0.9", "/login"), "Strict-Transport-Security"))
                .isEqualTo("max-age=31536000");
        assertThat(header(throughProxy("127.0.0.9", "/api/x"), "Strict-Transport-Security"))
                .isEqualTo("max-age=31536000");
        assertThat(header(throughProxy("127.0.0.8", "/login"), "Strict-Transport-Security"))
                .as("not one of ours")
                .isEmpty();
    }

    @Test
    void cookiesAreOutOfReachOfScriptsAndOtherSites() throws Exception {
        var cookies = get("/login").headers().allValues("Set-Cookie");

        assertThat(cookies).anyMatch(cookie -> cookie.startsWith("busticket-session="));
        assertThat(cookies).anyMatch(cookie -> cookie.startsWith("busticket-visitor="));
        assertThat(cookies)
                .allMatch(cookie ->
                        cookie.contains("HttpOnly")
                                && cookie.contains("SameSite=Lax")
                                && cookie.contains("Path=/")
                                && !cookie.contains("Secure"));
    }

    @Test
    @Tag("P2.3")
    void aForgedVisitorGetsANewName() throws Exception {
        var cookie = visitorCookie(get("/login"));
        var known =
                send(
                        HttpRequest.newBuilder(URI.create(address() + "/login"))
                                .header("Accept", "text/html")
                                .header("Cookie", cookie));
        var forged =
                send(
                        HttpRequest.newBuilder(URI.create(address() + "/login"))
                                .header("Accept", "text/html")
                                .header("Cookie", cookie.replaceFirst("=AAA", "=BBB")));

        assertThat(known.headers().allValues("Set-Cookie"))
                .noneMatch(set -> set.startsWith("busticket-visitor="));
        assertThat(visitorCookie(forged)).isNotEqualTo(cookie);
    }

    @Test
    @Tag("P10.1")
    void actuatorIsNoPartOfTheSite() throws Exception {
        assertThat(get("/actuator/health").statusCode()).isEqualTo(404);
        assertThat(get("/actuator/env").statusCode()).isEqualTo(404);
    }

    private static String visitorCookie(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("busticket-visitor="))
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .findFirst()
                .orElseThrow();
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private HttpResponse<String> throughProxy(String proxy, String path) throws Exception {
        try (var there =
                HttpClient.newBuilder().localAddress(InetAddress.ofLiteral(proxy)).build()) {
            return there.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .header("Accept", "text/html")
                            .header("X-Forwarded-Proto", "https")
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(
                HttpRequest.newBuilder(URI.create(address() + path)).header("Accept", "text/html"));
    }

    private HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
