package vn.busticket.bookings;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends changes that were not paid in time, and forgets what nobody has saved. */
@DisallowConcurrentExecution
class LapseChangesJob implements Job {

    private static final Logger log = LoggerFactory.getLogger(LapseChangesJob.class);
    private static final int MOST_IN_A_RUN = 500;

    private final ChangeLapse changes;
    private final ChangeDrafts drafts;

    LapseChangesJob(ChangeLapse changes, ChangeDrafts drafts) {
        this.changes = changes;
        this.drafts = drafts;
    }

    @Override
    public void execute(JobExecutionContext context) {
        changes.overdue(MOST_IN_A_RUN).forEach(this::lapse);
        drafts.forgetOld();
    }

    private void lapse(ChangeRepository.Overdue overdue) {
        try {
            changes.lapse(overdue);
        } catch (RuntimeException failed) {
            log.warn("change not ended booking={}", overdue.booking().value(), failed);
        }
    }
}
