package vn.busticket.ui;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets the script that answers for a crew's list without a network do so for the pages of trips,
 * although it does not lie there, and ask this server again. Comes after security, whose policy for
 * files would let it ask nobody.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class CrewWorkerFilter extends OncePerRequestFilter {

    private static final String SCRIPT = "/frontend-theme/boarding-worker.js";
    private static final String PAGES = "/operator/trips/";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().equals(request.getContextPath() + SCRIPT);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Service-Worker-Allowed", request.getContextPath() + PAGES);
        response.setHeader(ContentSecurityPolicy.HEADER, ContentSecurityPolicy.WORKER);
        chain.doFilter(request, response);
    }
}
