package vn.busticket.ui;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes a trusted proxy's word for who the client is and how it came; everybody else's X-Forwarded
 * headers are worth nothing.
 */
class TrustedProxyFilter extends OncePerRequestFilter {

    private final List<IpAddressMatcher> trusted;

    TrustedProxyFilter(List<String> networks) {
        this.trusted = networks.stream().map(IpAddressMatcher::new).toList();
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(isTrusted(request.getRemoteAddr()) ? forwarded(request) : request, response);
    }

    private HttpServletRequest forwarded(HttpServletRequest request) {
        return new Forwarded(
                request,
                client(request),
                "https".equals(lastOf(request, "X-Forwarded-Proto")) || request.isSecure());
    }

    /**
     * The last address that none of ours is: what stands before it, the client may have made up.
     */
    private String client(HttpServletRequest request) {
        var client = request.getRemoteAddr();
        var chain = listOf(request, "X-Forwarded-For");
        for (var address : chain.reversed()) {
            if (!isNumeric(address)) {
                return client;
            }
            client = address;
            if (!isTrusted(address)) {
                return client;
            }
        }
        return client;
    }

    private boolean isTrusted(String address) {
        return trusted.stream().anyMatch(network -> network.matches(address));
    }

    private static boolean isNumeric(String address) {
        return address.matches("[0-9.]{7,15}|[0-9A-Fa-f:.]{2,45}");
    }

    private static @Nullable String lastOf(HttpServletRequest request, String header) {
        var values = listOf(request, header);
        return values.isEmpty() ? null : values.getLast().toLowerCase(Locale.ROOT);
    }

    private static List<String> listOf(HttpServletRequest request, String header) {
        return Collections.list(request.getHeaders(header)).stream()
                .flatMap(line -> List.of(line.split(",")).stream())
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** The request as the client sent it to the proxy. */
    private static final class Forwarded extends HttpServletRequestWrapper {

        private static final int HTTP_PORT = 80;
        private static final int HTTPS_PORT = 443;

        private final String client;
        private final boolean secure;

        Forwarded(HttpServletRequest request, String client, boolean secure) {
            super(request);
            this.client = client;
            this.secure = secure;
        }

        @Override
        public String getRemoteAddr() {
            return client;
        }

        @Override
        public String getRemoteHost() {
            return client;
        }

        @Override
        public boolean isSecure() {
            return secure;
        }

        @Override
        public String getScheme() {
            return secure ? "https" : super.getScheme();
        }

        @Override
        public int getServerPort() {
            var port = super.getServerPort();
            return secure && port == HTTP_PORT ? HTTPS_PORT : port;
        }
    }
}
