package vn.busticket.bookings;

import java.time.Clock;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Completes bookings whose coach has arrived. */
@DisallowConcurrentExecution
class CompleteBookingsJob implements Job {

    private final BookingSweeps sweeps;
    private final Clock clock;

    CompleteBookingsJob(BookingSweeps sweeps, Clock clock) {
        this.sweeps = sweeps;
        this.clock = clock;
    }

    @Override
    public void execute(JobExecutionContext context) {
        var completed = BookingSweeps.BATCH;
        while (completed == BookingSweeps.BATCH) {
            completed = sweeps.complete(clock.instant());
        }
    }
}
