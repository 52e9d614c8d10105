package vn.busticket.analytics;

import org.quartz.Job;

/** The jobs of this room for tests of others. */
public final class ReportJobs {

    private ReportJobs() {}

    /** The one that tells which reports are due. */
    public static Class<? extends Job> tellDueReports() {
        return TellDueReportsJob.class;
    }
}
