package vn.busticket.bookings;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends parts back whose rest never came. */
@DisallowConcurrentExecution
class ReturnLatePartsJob implements Job {

    private static final Logger log = LoggerFactory.getLogger(ReturnLatePartsJob.class);
    private static final int MOST_IN_A_RUN = 500;

    private final LateParts parts;

    ReturnLatePartsJob(LateParts parts) {
        this.parts = parts;
    }

    @Override
    public void execute(JobExecutionContext context) {
        parts.overdue(MOST_IN_A_RUN).forEach(this::giveBack);
    }

    private void giveBack(BookingId booking) {
        try {
            parts.giveBack(booking);
        } catch (RuntimeException failed) {
            log.warn("kept money not returned booking={}", booking.value(), failed);
        }
    }
}
