package vn.busticket.storefront;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.busticket.notifications.UnsubscribeLinks;

/**
 * The one POST that a mail program sends when its reader clicks "unsubscribe" (RFC 8058). It stands
 * before security: the caller has no session and no token against forgery, and the signed address
 * is the proof. The answer is the same whatever the address names, and the body is not read. GET
 * stays the page that asks, because mail scanners follow links.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 110)
class OneClickUnsubscribe extends OncePerRequestFilter {

    private static final Pattern PLACE = Pattern.compile(UnsubscribeLinks.PATH + "([^/]+)");

    private final UnsubscribeLinks links;

    OneClickUnsubscribe(UnsubscribeLinks links) {
        this.links = links;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.POST.matches(request.getMethod())
                || !PLACE.matcher(path(request)).matches();
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
        var place = PLACE.matcher(path(request));
        if (place.matches()) {
            links.unsubscribe(place.group(1));
        }
        response.setStatus(HttpServletResponse.SC_OK);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentLength(0);
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
