package vn.busticket.notifications;

import org.quartz.Job;
import org.quartz.JobExecutionContext;

/**
 * Sends what waits in the outbox until nothing is due. It may run on several nodes at once, which
 * then share the work; on a node that is at it already it only says that there may be more.
 */
class SendNotificationsJob implements Job {

    private final NotificationDelivery delivery;

    SendNotificationsJob(NotificationDelivery delivery) {
        this.delivery = delivery;
    }

    @Override
    public void execute(JobExecutionContext context) {
        delivery.deliverDue();
    }
}
