package vn.busticket.payments;

import java.time.Duration;
import org.springframework.stereotype.Component;
import vn.busticket.cluster.ClusterNotices;

/** Counts what becomes of attempts and tells it to the screens that show them. */
@Component
class AttemptNews {

    private final PaymentMetrics metrics;
    private final ClusterNotices notices;

    AttemptNews(PaymentMetrics metrics, ClusterNotices notices) {
        this.metrics = metrics;
        this.notices = notices;
    }

    /** A transfer was decided about that long after it was made. */
    void settled(Duration lag) {
        metrics.settled(lag);
    }

    void became(String token, AttemptState state) {
        metrics.attemptBecame(state);
        notices.publish("attempt", token);
    }
}
