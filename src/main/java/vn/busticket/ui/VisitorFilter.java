package vn.busticket.ui;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.busticket.accounts.AddressKeys;
import vn.busticket.accounts.VisitorCookies;
import vn.busticket.accounts.VisitorId;

/**
 * Knows the browser again by a signed cookie, and gives one to a browser that opens its first page.
 * Signing out forgets it, because the next person at this browser must not see the last one's
 * bookings.
 */
class VisitorFilter extends OncePerRequestFilter implements LogoutHandler {

    private final VisitorCookies cookies;
    private final AddressKeys addresses;
    private final PublicAddress address;

    VisitorFilter(VisitorCookies cookies, AddressKeys addresses, PublicAddress address) {
        this.cookies = cookies;
        this.addresses = addresses;
        this.address = address;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        request.setAttribute(Visitors.ADDRESS_KEY, addresses.of(request.getRemoteAddr()));
        var cookie = cookie(request);
        var visitor = cookie.flatMap(cookies::verify);
        if (visitor.isPresent()) {
            request.setAttribute(Visitors.VISITOR, visitor.get());
        }
        if (isPage(request) && (visitor.isEmpty() || cookies.isDueForRenewal(cookie.get()))) {
            var known = visitor.orElseGet(VisitorId::random);
            request.setAttribute(Visitors.VISITOR, known);
            send(response, cookies.sign(known), VisitorCookies.LIFETIME);
        }
        chain.doFilter(request, response);
    }

    @Override
    public void logout(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Authentication authentication) {
        request.removeAttribute(Visitors.VISITOR);
        send(response, "", Duration.ZERO);
    }

    private Optional<String> cookie(HttpServletRequest request) {
        var sent = request.getCookies();
        if (sent == null) {
            return Optional.empty();
        }
        var name = address.cookieName("busticket-visitor");
        return Arrays.stream(sent)
                .filter(one -> one.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst();
    }

    private void send(HttpServletResponse response, String value, Duration lifetime) {
        var cookie =
                ResponseCookie.from(address.cookieName("busticket-visitor"), value)
                        .path("/")
                        .httpOnly(true)
                        .secure(address.isHttps())
                        .sameSite("Lax")
                        .maxAge(lifetime)
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private static boolean isPage(HttpServletRequest request) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return request.getMethod().equals("GET")
                && !ApiAnswer.isDueTo(request.getRequestURI())
                && accept != null
                && accept.contains(MediaType.TEXT_HTML_VALUE);
    }
}
