package vn.busticket.notifications;

import java.time.Clock;
import java.util.Optional;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks what became of text messages that were taken over, with growing pauses for a day. */
class AskSmsArrivalsJob implements Job {

    private static final Logger log = LoggerFactory.getLogger(AskSmsArrivalsJob.class);
    private static final int AT_ONCE = 50;

    private final SmsArrivals arrivals;
    private final Optional<SmsSender> sms;
    private final DeliveryMetrics metrics;
    private final Clock clock;

    AskSmsArrivalsJob(
            SmsArrivals arrivals, Optional<SmsSender> sms, DeliveryMetrics metrics, Clock clock) {
        this.arrivals = arrivals;
        this.sms = sms;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Override
    public void execute(JobExecutionContext context) {
        sms.ifPresent(this::ask);
    }

    private void ask(SmsSender service) {
        for (var look : arrivals.due(AT_ONCE, clock.instant())) {
            try {
                var arrival = service.arrival(look.reference());
                if (arrival.standing() != SmsSender.Standing.UNDERWAY) {
                    arrivals.settle(look, arrival, clock.instant());
                    metrics.smsBecame(arrival.standing());
                }
            } catch (SmsSender.SmsServiceAway away) {
                log.warn("arrival not learnt reason={}", away.getMessage());
                return;
            }
        }
    }
}
