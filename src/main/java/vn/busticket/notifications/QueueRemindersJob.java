package vn.busticket.notifications;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import vn.busticket.notifications.Reminders.Place;
import vn.busticket.scheduling.JobWaker;

/** Queues the reminders that have become due, batch by batch, and wakes the sender. */
@DisallowConcurrentExecution
class QueueRemindersJob implements Job {

    private final Reminders reminders;
    private final JobWaker waker;

    QueueRemindersJob(Reminders reminders, JobWaker waker) {
        this.reminders = reminders;
        this.waker = waker;
    }

    @Override
    public void execute(JobExecutionContext context) {
        for (var place = reminders.queueAfter(Place.START);
                place.isPresent();
                place = reminders.queueAfter(place.get())) {
            waker.wake(SendNotificationsJob.class);
        }
    }
}
