package vn.busticket.seats;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Clears away seats whose time is over and tells the open seat maps. */
@DisallowConcurrentExecution
class ReleaseOverdueHoldsJob implements Job {

    private final SeatService seats;

    ReleaseOverdueHoldsJob(SeatService seats) {
        this.seats = seats;
    }

    @Override
    public void execute(JobExecutionContext context) {
        while (seats.clearOverdue()) {
            // Each batch is a transaction of its own.
        }
    }
}
