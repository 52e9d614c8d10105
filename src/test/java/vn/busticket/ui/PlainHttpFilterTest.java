package vn.busticket.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Nothing that concerns money goes over plain http where the public address is https. */
@Tag("P3.10")
class PlainHttpFilterTest {

    private static final String PROXY = "10.1.2.3";

    private final TrustedProxyFilter proxies = new TrustedProxyFilter(List.of("10.0.0.0/8"));
    private final PlainHttpFilter filter =
            new PlainHttpFilter(new PublicAddress("https://busticket.vn", "10.0.0.0/8"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/payment/abc",
                "/payment/success/abc",
                "/payment/failure/abc",
                "/api/v1/payments/webhook"
            })
    void plainHttpIsRefusedWhetherTheProxySaysSoOrNobodySaysAnything(String path) throws Exception {
        assertThat(status(path, PROXY, "http")).isEqualTo(403);
        assertThat(status(path, PROXY, "")).isEqualTo(403);
        assertThat(status(path, "203.0.113.9", "")).isEqualTo(403);
    }

    @Test
    void onlyATrustedProxyIsBelievedThatItWasHttps() throws Exception {
        assertThat(status("/payment/abc", PROXY, "https")).isEqualTo(200);
        assertThat(status("/api/v1/payments/webhook", PROXY, "https")).isEqualTo(200);
        assertThat(status("/payment/abc", "203.0.113.9", "https")).isEqualTo(403);
        assertThat(status("/payment/abc", PROXY, "https,http")).isEqualTo(403);
    }

    @Test
    void otherPagesAreNotItsBusiness() throws Exception {
        assertThat(status("/trips", PROXY, "http")).isEqualTo(200);
        assertThat(status("/payments-explained", PROXY, "http")).isEqualTo(200);
    }

    @Test
    void machinesAreToldInJson() throws Exception {
        var answer = answer(filter, "/api/v1/payments/webhook", PROXY, "http");
        assertThat(answer.getContentType()).startsWith("application/json");
        assertThat(answer.getContentAsString())
                .isEqualTo("{\"code\":\"forbidden\",\"message\":\"Forbidden\"}");
    }

    @Test
    void onThisVeryMachineHttpIsEnough() throws Exception {
        var here = new PlainHttpFilter(new PublicAddress("http://localhost:8080", ""));
        assertThat(answer(here, "/payment/abc", "127.0.0.1", "").getStatus()).isEqualTo(200);
    }

    private int status(String path, String peer, String proto) throws Exception {
        return answer(filter, path, peer, proto).getStatus();
    }

    private MockHttpServletResponse answer(
            PlainHttpFilter asked, String path, String peer, String proto) throws Exception {
        var request = new MockHttpServletRequest("GET", path);
        request.setServletPath(path);
        request.setRemoteAddr(peer);
        request.addHeader("X-Forwarded-Proto", proto);
        var response = new MockHttpServletResponse();
        var behindTheProxy = new MockFilterChain();
        proxies.doFilter(request, new MockHttpServletResponse(), behindTheProxy);
        var seen = behindTheProxy.getRequest();
        assertThat(seen).isNotNull();
        asked.doFilter(seen, response, new MockFilterChain());
        return response;
    }
}
