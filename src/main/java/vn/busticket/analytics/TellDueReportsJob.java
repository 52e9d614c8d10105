package vn.busticket.analytics;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Tells which reports are to be sent, one after another. */
@DisallowConcurrentExecution
class TellDueReportsJob implements Job {

    private final DueReports reports;

    TellDueReportsJob(DueReports reports) {
        this.reports = reports;
    }

    @Override
    public void execute(JobExecutionContext context) {
        var isMore = true;
        while (isMore) {
            isMore = reports.tellNext();
        }
    }
}
