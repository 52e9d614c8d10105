package vn.busticket.notifications;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Reads what came back: the mailbox of returned mail, and SendGrid's lists. */
@DisallowConcurrentExecution
class ReadBouncesJob implements Job {

    private final BounceMailbox mailbox;
    private final SendgridLists sendgrid;

    ReadBouncesJob(BounceMailbox mailbox, SendgridLists sendgrid) {
        this.mailbox = mailbox;
        this.sendgrid = sendgrid;
    }

    @Override
    public void execute(JobExecutionContext context) {
        mailbox.read();
        sendgrid.read();
    }
}
