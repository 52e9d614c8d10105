package vn.busticket.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import vn.busticket.accounts.AddressKeys;
import vn.busticket.accounts.RememberedPeople;
import vn.busticket.accounts.SignedLinks;
import vn.busticket.accounts.VisitorCookies;
import vn.busticket.shared.Language;
import vn.busticket.testing.ApplicationTest;
import vn.busticket.testing.StaffPeople;

/** Where people come over HTTPS no cookie travels in clear, nor to scripts, nor to other sites. */
@Tag("P7.2")
class HttpsCookiesTest extends ApplicationTest {

    private final PublicAddress https = new PublicAddress("https://busticket.vn", "");

    @Autowired private RememberedPeople remembered;
    @Autowired private SignedLinks links;
    @Autowired private VisitorCookies visitors;
    @Autowired private AddressKeys addresses;
    @Autowired private StaffPeople people;

    @Test
    void theSession() throws Exception {
        var context = new MockServletContext();
        new WebConfiguration().sessionCookie(https).onStartup(context);

        var cookie = context.getSessionCookieConfig();
        assertThat(cookie.getName()).isEqualTo("__Host-busticket-session");
        assertThat(cookie.isSecure()).isTrue();
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
    }

    @Test
    void theVisitor() throws Exception {
        var request = new MockHttpServletRequest("GET", "/");
        request.addHeader("Accept", "text/html");
        var response = new MockHttpServletResponse();
        new VisitorFilter(visitors, addresses, https)
                .doFilter(request, response, new MockFilterChain());

        assertThat(response.getHeader("Set-Cookie"))
                .startsWith("__Host-busticket-visitor=")
                .contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax");
    }

    @Test
    void theRememberedPerson() {
        var person = remembered.byEmail(people.passenger().email().value());
        var request = new MockHttpServletRequest("POST", "/login");
        request.setParameter("remember-me", "on");
        var response = new MockHttpServletResponse();
        new SecurityConfiguration()
                .rememberMe(remembered, links, https)
                .loginSuccess(
                        request,
                        response,
                        UsernamePasswordAuthenticationToken.authenticated(
                                person, null, person.getAuthorities()));

        var cookie = response.getCookie("__Host-busticket-remember");
        assertThat(cookie).isNotNull();
        assertThat(cookie.getSecure()).isTrue();
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
    }

    @Test
    void theLanguage() {
        var cookie = VisitorLanguage.remembering(Language.VI, true);
        assertThat(cookie.getSecure()).isTrue();
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
    }
}
