package vn.busticket.ui;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where people reach this installation.
 *
 * @param baseUrl APP_BASE_URL, the public address
 * @param trustedProxies TRUSTED_PROXIES: whose word about the client is taken, addresses or
 *     networks with commas between them
 */
@ConfigurationProperties("busticket")
record PublicAddress(@DefaultValue("") String baseUrl, @DefaultValue("") String trustedProxies) {

    /** True if browsers come over HTTPS, so that cookies must never travel without it. */
    boolean isHttps() {
        return baseUrl.strip().toLowerCase(Locale.ROOT).startsWith("https://");
    }

    /**
     * The name of a cookie; over HTTPS with the prefix that binds it to this host (RFC 6265bis).
     */
    String cookieName(String name) {
        return isHttps() ? "__Host-" + name : name;
    }

    List<String> trustedNetworks() {
        return Arrays.stream(trustedProxies.split(","))
                .map(String::strip)
                .filter(network -> !network.isEmpty())
                .toList();
    }
}
