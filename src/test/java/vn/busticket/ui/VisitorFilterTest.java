package vn.busticket.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import vn.busticket.accounts.AddressKeys;
import vn.busticket.accounts.VisitorCookies;
import vn.busticket.testing.ApplicationTest;

/** A browser is known again by its cookie. */
@Tag("P2.3")
class VisitorFilterTest extends ApplicationTest {

    private static final String NAME = "__Host-busticket-visitor";

    @Autowired private VisitorCookies cookies;
    @Autowired private AddressKeys addresses;

    @Test
    void overHttpsTheCookieBelongsToThisHostAndNeverTravelsInClear() throws Exception {
        var answer = pass(page(), new MockHttpServletResponse());

        assertThat(answer.getHeader("Set-Cookie"))
                .startsWith(NAME + "=")
                .contains("; Path=/;", "; Secure", "; HttpOnly", "; SameSite=Lax")
                .contains("Max-Age=31536000")
                .doesNotContain("Domain");
    }

    @Test
    void aVisitorIsTheSameUntilTheCookieExpires() throws Exception {
        var first = page();
        var answer = pass(first, new MockHttpServletResponse());
        var visitor = first.getAttribute(Visitors.VISITOR);
        var cookie = answer.getCookie(NAME);
        assertThat(cookie).isNotNull();

        clock.advance(Duration.ofDays(300));
        var later = page();
        later.setCookies(cookie);
        var renewed = pass(later, new MockHttpServletResponse());
        assertThat(later.getAttribute(Visitors.VISITOR)).isEqualTo(visitor);
        assertThat(renewed.getCookie(NAME)).isNotNull();

        clock.advance(Duration.ofDays(100));
        var tooLate = page();
        tooLate.setCookies(cookie);
        pass(tooLate, new MockHttpServletResponse());
        assertThat(tooLate.getAttribute(Visitors.VISITOR)).isNotNull().isNotEqualTo(visitor);
    }

    @Test
    void signingOutForgetsTheBrowser() {
        var answer = new MockHttpServletResponse();
        filter().logout(page(), answer, null);

        assertThat(answer.getHeader("Set-Cookie")).startsWith(NAME + "=;").contains("Max-Age=0");
    }

    @Test
    void onlyPagesGiveACookie() throws Exception {
        var picture = new MockHttpServletRequest("GET", "/picture.png");
        picture.addHeader("Accept", "image/*");

        assertThat(pass(picture, new MockHttpServletResponse()).getHeader("Set-Cookie")).isNull();
    }

    private VisitorFilter filter() {
        return new VisitorFilter(
                cookies, addresses, new PublicAddress("https://busticket.example", ""));
    }

    private MockHttpServletResponse pass(
            MockHttpServletRequest request, MockHttpServletResponse response) throws Exception {
        filter().doFilter(request, response, new MockFilterChain());
        return response;
    }

    private static MockHttpServletRequest page() {
        var request = new MockHttpServletRequest("GET", "/");
        request.addHeader("Accept", "text/html");
        return request;
    }
}
