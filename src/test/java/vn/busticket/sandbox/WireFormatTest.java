package vn.busticket.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signatures, QR texts and bare HTTP, against published values. */
@Tag("P3.2")
@Tag("P3.4")
class WireFormatTest {

    @Test
    void signsThePublishedSampleAsPublished() {
        DataSignature signature =
                new DataSignature(
                        "1a54716c8f0efb2744fb28b6e38b25da7f67a925d98bc1c18bd8faaecadd7675");

        assertThat(signature.ofData(WebhookBody.sampleData()))
                .isEqualTo("412e915d2871504ed31be63c8f62a149a4410d34c4c42affc9006ef9917eaa03");
    }

    @Test
    void computesTheChecksumOfTheStandard() {
        assertThat(VietQr.crc("123456789")).isEqualTo("29B1");
    }

    @Test
    void readsAPublishedVietQr() {
        String napasSample =
                "00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA530370454061800005802VN62340107NPS68690819thanh toan don hang63042E2E";

        assertThat(VietQr.parse(napasSample))
                .isEqualTo(new VietQr("970403", "0011012345678", 180_000, "thanh toan don hang"));
    }

    @Test
    void writesWhatItReads() {
        VietQr qr = new VietQr("970422", "0000123456789", 250_000, "CS62H9BJD45 VE XE");
        assertThat(VietQr.parse(qr.toText())).isEqualTo(qr);
    }

    @ParameterizedTest
    @CsvSource({"250000,250001", "A000000727,A000000728", "QRIBFTTA,QRIBFTTC", "5303704,5303840"})
    void refusesAVietQrThatWasChanged(String part, String instead) {
        String text = new VietQr("970422", "0000123456789", 250_000, "CS62H9BJD45 VE XE").toText();
        String changed = text.replace(part, instead);

        assertThat(changed).isNotEqualTo(text);
        assertThatThrownBy(() -> VietQr.parse(changed))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "/v2/payment-request,404",
        "/v2/payment-requests/1/refund,404",
        "/v2/payment-requests/1,401"
    })
    void answersMistypedPathsAndMissingKeys(String path, int status)
            throws IOException, InterruptedException {
        try (PayosSandbox sandbox = PayosSandbox.start(SandboxSettings.defaults());
                HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer =
                    http.send(
                            HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path)).build(),
                            HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(SandboxJson.readObject(answer.body()))
                    .containsEntry("code", Integer.toString(status));
        }
    }
}
