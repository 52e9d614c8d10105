package vn.busticket.notifications;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Sends what waits in the outbox, several at a time, until nothing is due. */
@DisallowConcurrentExecution
class SendNotificationsJob implements Job {

    private final NotificationDelivery delivery;

    SendNotificationsJob(NotificationDelivery delivery) {
        this.delivery = delivery;
    }

    @Override
    public void execute(JobExecutionContext context) {
        var tried = delivery.deliverSome();
        while (tried > 0) {
            tried = delivery.deliverSome();
        }
    }
}
