package vn.busticket.analytics;

import org.quartz.Job;
import org.quartz.JobExecutionContext;
import vn.busticket.cluster.ClusterNotices;

/** Lets every node store the steps that it has counted. */
class StoreFunnelJob implements Job {

    private final ClusterNotices notices;

    StoreFunnelJob(ClusterNotices notices) {
        this.notices = notices;
    }

    @Override
    public void execute(JobExecutionContext context) {
        notices.publish(FunnelSteps.STORE, ClusterNotices.ALL);
    }
}
