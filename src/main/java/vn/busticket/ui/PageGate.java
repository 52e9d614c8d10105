package vn.busticket.ui;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Opens so many screens at once as appear soon. Who comes while it is full sees a calm page with
 * the way back to the same address; what was typed waits in the draft. Open screens go on.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 6)
class PageGate extends OncePerRequestFilter {

    /** More than two processors can draw at once; whoever waits behind so many would not wait. */
    static final int PLACES = 64;

    private final Semaphore places = new Semaphore(PLACES);

    /** Takes a place, if there is one; whoever has one gives it back by {@link #leave}. */
    boolean enter() {
        return places.tryAcquire();
    }

    void leave() {
        places.release();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT);
        return !HttpMethod.GET.matches(request.getMethod())
                || accepted == null
                || !accepted.contains(MediaType.TEXT_HTML_VALUE);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!enter()) {
            ErrorAnswer.writeBusy(request, response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            leave();
        }
    }
}
