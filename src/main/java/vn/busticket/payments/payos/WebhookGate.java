package vn.busticket.payments.payos;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;
import vn.busticket.payments.PaymentMetrics;

/**
 * Lets in so many webhooks at once as are answered soon. Who comes while it is full is asked to
 * come again before anything is read or computed, so that a rush costs those inside next to
 * nothing. A place is taken only once a body is there in full: who sends slowly holds none.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class WebhookGate extends OncePerRequestFilter {

    /** At work and waiting together; the last of them is answered in tenths of a second. */
    static final int PLACES = 64;

    /**
     * More at once get no more done, and make those who are refused and those who read pages wait
     * for a processor.
     */
    private static final int AT_WORK_BY_PROCESSOR = 4;

    /** Pages need connections of the pool, too. */
    static final int MOST_AT_WORK = 16;

    /** In seconds; PayOS' own pauses are not documented. */
    static final String COME_AGAIN_AFTER = "10";

    private final Semaphore places = new Semaphore(PLACES);
    private final Semaphore atWork =
            new Semaphore(
                    Math.min(
                            AT_WORK_BY_PROCESSOR * Runtime.getRuntime().availableProcessors(),
                            MOST_AT_WORK),
                    true);
    private final PaymentMetrics metrics;
    private final byte[] busy;

    WebhookGate(PaymentMetrics metrics, JsonMapper json) {
        this.metrics = metrics;
        this.busy = json.writeValueAsBytes(WebhookOutcome.BUSY.answer());
    }

    /** Takes a place, if there is one; whoever has one gives it back by {@link #leave}. */
    boolean enter() {
        return places.tryAcquire();
    }

    /** Does the work of one who has a place as soon as not too many are at work. */
    <T> T inTurn(Supplier<T> work) {
        atWork.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            atWork.release();
        }
    }

    void leave() {
        places.release();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return places.availablePermits() > 0
                || !PayosWebhookController.PATH.equals(request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var status = WebhookOutcome.BUSY.status().value();
        metrics.webhookAnswered(status, WebhookOutcome.BUSY.answer().code());
        response.setStatus(status);
        response.setHeader(HttpHeaders.RETRY_AFTER, COME_AGAIN_AFTER);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setContentLength(busy.length);
        response.getOutputStream().write(busy);
    }
}
