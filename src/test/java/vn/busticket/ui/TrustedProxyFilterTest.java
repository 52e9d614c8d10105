package vn.busticket.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Only a trusted proxy's word about the client counts. */
@Tag("P3.10")
class TrustedProxyFilterTest {

    private final TrustedProxyFilter filter =
            new TrustedProxyFilter(List.of("10.0.0.0/8", "2001:db8::/32"));

    @Test
    void aStrangersHeadersAreWorthNothing() throws Exception {
        var seen = pass("203.0.113.9", "198.51.100.1", "https");

        assertThat(seen).isEqualTo("203.0.113.9 http false");
    }

    @Test
    void aProxyTellsWhoTheClientIs() throws Exception {
        assertThat(pass("10.1.2.3", "203.0.113.9", "https")).isEqualTo("203.0.113.9 https true");
        assertThat(pass("2001:db8::1", "2001:4860::8888", "http"))
                .isEqualTo("2001:4860::8888 http false");
    }

    @Test
    void whatTheClientClaimsBeforeTheProxiesIsIgnored() throws Exception {
        assertThat(pass("10.1.2.3", "1.2.3.4, 203.0.113.9, 10.9.9.9", "https"))
                .isEqualTo("203.0.113.9 https true");
    }

    @Test
    void nonsenseInTheChainEndsIt() throws Exception {
        assertThat(pass("10.1.2.3", "203.0.113.9, unknown", "https"))
                .isEqualTo("10.1.2.3 https true");
        assertThat(pass("10.1.2.3", "", "")).isEqualTo("10.1.2.3 http false");
    }

    private String pass(String peer, String forwardedFor, String forwardedProto) throws Exception {
        var request = new MockHttpServletRequest("GET", "/");
        request.setRemoteAddr(peer);
        request.addHeader("X-Forwarded-For", forwardedFor);
        request.addHeader("X-Forwarded-Proto", forwardedProto);
        var chain = new MockFilterChain();
        filter.doFilter(request, new MockHttpServletResponse(), chain);
        var seen = chain.getRequest();
        assertThat(seen).isNotNull();
        return seen.getRemoteAddr() + " " + seen.getScheme() + " " + seen.isSecure();
    }
}
