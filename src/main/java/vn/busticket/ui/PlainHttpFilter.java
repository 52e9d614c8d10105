package vn.busticket.ui;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what concerns money over plain http where the public address is https. How a request came
 * is what the connection or a trusted proxy says; it is not led on to https, because behind a proxy
 * that we do not trust that would go round in circles.
 */
class PlainHttpFilter extends OncePerRequestFilter {

    /** Set on a request that was refused, so that the answer can say why. */
    static final String REFUSED = PlainHttpFilter.class.getName() + ".refused";

    private static final Logger log = LoggerFactory.getLogger(PlainHttpFilter.class);
    private static final String PAGES = "/payment";
    private static final String WEBHOOKS = "/api/v1/payments";

    private final PublicAddress address;

    PlainHttpFilter(PublicAddress address) {
        this.address = address;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !address.isHttps() || request.isSecure() || !isAboutMoney(path(request));
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        log.warn("plain http refused; is the proxy in TRUSTED_PROXIES? path={}", place(request));
        request.setAttribute(REFUSED, true);
        if (ApiAnswer.isDueTo(path(request))) {
            ApiAnswer.write(response, HttpStatus.FORBIDDEN);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private static boolean isAboutMoney(String path) {
        return isAtOrBelow(PAGES, path) || isAtOrBelow(WEBHOOKS, path);
    }

    private static boolean isAtOrBelow(String place, String path) {
        return path.equals(place) || path.startsWith(place + "/");
    }

    /** Without the token, which opens a payment. */
    private static String place(HttpServletRequest request) {
        return isAtOrBelow(PAGES, path(request)) ? PAGES : WEBHOOKS;
    }

    /** Decoded and normalised by the container, as the routes see it. */
    private static String path(HttpServletRequest request) {
        var rest = request.getPathInfo();
        return rest == null ? request.getServletPath() : request.getServletPath() + rest;
    }
}
