package vn.busticket.notifications;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Gives up what waited too long, and tells staff what was not sent, once a day. */
@DisallowConcurrentExecution
class TellGiveUpsJob implements Job {

    private final GiveUps giveUps;

    TellGiveUpsJob(GiveUps giveUps) {
        this.giveUps = giveUps;
    }

    @Override
    public void execute(JobExecutionContext context) {
        giveUps.giveUpWhatWaitedTooLong();
        giveUps.tellStaff();
    }
}
