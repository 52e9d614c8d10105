package vn.busticket.payments.payos;

import jakarta.validation.constraints.NotBlank;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The contract with PayOS.
 *
 * @param checksumKey signs what we send and verifies what we get
 * @param checksumKeyPrevious still accepted on webhooks while keys are changed; may be empty
 * @param baseUrl https, unless it is this machine itself
 */
@Validated
@ConfigurationProperties("busticket.payos")
record PayosProperties(
        @NotBlank String clientId,
        @NotBlank String apiKey,
        @NotBlank String checksumKey,
        @DefaultValue("") String checksumKeyPrevious,
        @DefaultValue("https://api-merchant.payos.vn") URI baseUrl) {

    private static final String PRODUCTION = "api-merchant.payos.vn";
    private static final String PRODUCTION_PAY_PAGE = "https://pay.payos.vn/web/";

    PayosProperties {
        if (!"https".equals(baseUrl.getScheme()) && !isThisMachine(baseUrl)) {
            throw new IllegalArgumentException(
                    "PAYOS_BASE_URL must be https unless it is on loopback: " + baseUrl);
        }
    }

    /** The keys that a webhook may be signed with, the current one first. */
    List<String> webhookKeys() {
        return Stream.of(checksumKey, checksumKeyPrevious).filter(key -> !key.isBlank()).toList();
    }

    /** The address of PayOS' own page for a link, which only the answer to creating it carries. */
    String payPage(String linkId) {
        return PRODUCTION.equals(baseUrl.getHost())
                ? PRODUCTION_PAY_PAGE + linkId
                : baseUrl.resolve("/web/" + linkId).toString();
    }

    private static boolean isThisMachine(URI url) {
        var host = url.getHost();
        if (!"http".equals(url.getScheme()) || host == null) {
            return false;
        }
        try {
            return host.equals("localhost")
                    || InetAddress.ofLiteral(host.replace("[", "").replace("]", ""))
                            .isLoopbackAddress();
        } catch (IllegalArgumentException notNumeric) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "PayosProperties[baseUrl=" + baseUrl + "]";
    }
}
