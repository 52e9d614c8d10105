package vn.busticket.payments.payos;

import java.io.IOException;
import java.time.Duration;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Remembers for the calling thread how long the last answer asked to wait: the SDK reads that
 * header only for its own retries.
 */
class RetryAfter implements Interceptor {

    private static final Duration UNSAID = Duration.ofSeconds(3);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final ThreadLocal<Duration> asked = ThreadLocal.withInitial(() -> UNSAID);

    @Override
    public Response intercept(Chain chain) throws IOException {
        var response = chain.proceed(chain.request());
        asked.set(seconds(response.header("Retry-After")));
        return response;
    }

    /** How long the last answer on this thread asked to wait; a few seconds if it did not say. */
    Duration ofLastCall() {
        return asked.get();
    }

    private static Duration seconds(@Nullable String header) {
        if (header == null) {
            return UNSAID;
        }
        try {
            var wait =
                    Duration.ofSeconds(Math.max(1, (long) Math.ceil(Double.parseDouble(header))));
            return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
        } catch (NumberFormatException unsaid) {
            return UNSAID;
        }
    }
}
