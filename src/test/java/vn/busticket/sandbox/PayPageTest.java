package vn.busticket.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The pages for a person: every button of the pay page, and the front page's bank app and switches.
 */
@Tag("P3.2")
class PayPageTest {

    private final PayosSandbox sandbox = PayosSandbox.start(SandboxSettings.defaults());
    private final HttpClient http = HttpClient.newHttpClient();
    private String page = "";

    @BeforeEach
    void createLink() {
        page =
                SdkClient.of(sandbox)
                        .paymentRequests()
                        .create(SdkClient.request(42).build())
                        .getCheckoutUrl();
    }

    @AfterEach
    void stop() {
        http.close();
        sandbox.close();
    }

    @Test
    void showsQrAmountAccountAndMemo() throws IOException, InterruptedException {
        HttpResponse<String> shown = get(page);

        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body())
                .contains(
                        "no real money",
                        "<svg id=\"qr\"",
                        "250.000 ₫",
                        "0000123456789",
                        sandbox.link(42).memo());
        assertThat(shown.body())
                .contains(
                        "id=\"pay\"",
                        "id=\"pay-close\"",
                        "id=\"pay-short\"",
                        "id=\"pay-over\"",
                        "id=\"pay-twice\"")
                .contains("id=\"pay-late\"", "id=\"cancel\"")
                .doesNotContain("{{");
        assertThat(get(sandbox.baseUrl() + "/web/" + "0".repeat(32)).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "pay,250000,PAID,false,PAID,success/abc?lang=vi&",
        "pay-short,240000,UNDERPAID,false,PENDING,success/abc?lang=vi&",
        "pay-over,260000,PAID,false,PAID,success/abc?lang=vi&",
        "pay-twice,500000,PAID,false,PAID,success/abc?lang=vi&",
        "cancel,0,CANCELLED,true,CANCELLED,failure/abc?"
    })
    void goesBackToTheMerchant(
            String action,
            long received,
            LinkStatus status,
            boolean cancelled,
            String shown,
            String target)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = post(page, "action=" + action + "&difference=10000");

        SandboxLink link = sandbox.link(42);
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location"))
                .contains(
                        "http://localhost:8080/payment/%scode=00&id=%s&cancel=%s&status=%s&orderCode=42"
                                .formatted(target, link.id(), cancelled, shown));
        assertThat(sandbox.statusOf(link)).isEqualTo(status);
        assertThat(link.amountPaid()).isEqualTo(received);
    }

    @Test
    void staysAwayFromTheMerchantWhenTheTabIsClosed() throws IOException, InterruptedException {
        HttpResponse<String> answer = post(page, "action=pay-close");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(sandbox.statusOf(sandbox.link(42))).isEqualTo(LinkStatus.PAID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "action=pay-short&difference=250000000",
                "action=pay-over&difference=many",
                "action=steal"
            })
    void survivesSenselessForms(String form) throws IOException, InterruptedException {
        assertThat(post(page, form).statusCode()).isIn(303, 400);
        assertThat(sandbox.link(42).amountPaid()).isLessThan(250_000);
    }

    @Test
    void paysLateAfterTheLinkHasLapsed() throws IOException, InterruptedException {
        HttpResponse<String> answer = post(page, "action=pay-late&delay=0");

        assertThat(answer.headers().firstValue("Location").orElse("")).startsWith("/web/");
        assertThat(sandbox.statusOf(sandbox.link(42))).isEqualTo(LinkStatus.EXPIRED);
        assertThat(sandbox.link(42).amountPaid()).isEqualTo(250_000);
    }

    @Test
    void scansAQrOnTheFrontPageAsABankApp() throws IOException, InterruptedException {
        String text = URLEncoder.encode(sandbox.qrText(sandbox.link(42)), StandardCharsets.UTF_8);
        post(sandbox.baseUrl() + "/_panel/scan", "text=" + text + "&amount=");

        assertThat(sandbox.statusOf(sandbox.link(42))).isEqualTo(LinkStatus.PAID);
        assertThat(get(sandbox.baseUrl() + "/").body())
                .contains(">42</a>", "PAID")
                .doesNotContain("{{");
    }

    @Test
    void switchesFaultsOnTheFrontPageAndTellsOfMistakes() throws IOException, InterruptedException {
        post(
                sandbox.baseUrl() + "/_panel/fault",
                "endpoint=ALL&kind=SERVER_ERROR&calls=2&seconds=&delayMillis=");
        assertThat(get(sandbox.baseUrl() + "/").body()).contains("CREATE: SERVER_ERROR (2 calls)");

        HttpResponse<String> mistake = post(sandbox.baseUrl() + "/_panel/scan", "text=%3Cb%3E");
        assertThat(mistake.statusCode()).isEqualTo(303);
        String target = mistake.headers().firstValue("Location").orElse("");
        assertThat(get(sandbox.baseUrl() + target).body()).contains("Not a VietQR");
    }

    private HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(url)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String url, String form)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
