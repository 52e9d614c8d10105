package vn.busticket.payments.payos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("P10.3")
class PayosPropertiesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api-merchant.payos.vn",
                "http://127.0.0.1:9999",
                "http://127.8.9.10",
                "http://localhost:8181",
                "http://[::1]:8181"
            })
    void httpsAndThisMachineAreAccepted(String url) {
        assertThat(properties(url).baseUrl()).isEqualTo(URI.create(url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api-merchant.payos.vn",
                "http://10.0.0.1",
                "http://127.0.0.1.example.org",
                "http://localhost.example.org",
                "ftp://localhost",
                "api-merchant.payos.vn",
                "http:/127.0.0.1"
            })
    void everythingElseIsRefused(String url) {
        assertThatThrownBy(() -> properties(url)).hasMessageContaining("PAYOS_BASE_URL");
    }

    @Test
    void secretsAreNotPrinted() {
        assertThat(properties("https://example.org").toString()).doesNotContain("secret");
    }

    @Test
    void theCheckoutPageIsFoundFromTheLink() {
        assertThat(properties("https://api-merchant.payos.vn").payPage("abc"))
                .isEqualTo("https://pay.payos.vn/web/abc");
        assertThat(properties("http://127.0.0.1:9").payPage("abc"))
                .isEqualTo("http://127.0.0.1:9/web/abc");
    }

    private static PayosProperties properties(String url) {
        return new PayosProperties(
                "client", "secret-api", "secret-key", "secret-before", URI.create(url));
    }
}
