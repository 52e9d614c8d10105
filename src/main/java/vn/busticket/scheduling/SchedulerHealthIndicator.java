package vn.busticket.scheduling;

import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether jobs run on this node: a node without them is not ready. */
@Component
class SchedulerHealthIndicator implements HealthIndicator {

    private final Scheduler scheduler;

    SchedulerHealthIndicator(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    @Override
    public Health health() {
        try {
            var isRunning =
                    scheduler.isStarted()
                            && !scheduler.isInStandbyMode()
                            && !scheduler.isShutdown();
            return (isRunning ? Health.up() : Health.down()).build();
        } catch (SchedulerException unknown) {
            return Health.down().build();
        }
    }
}
