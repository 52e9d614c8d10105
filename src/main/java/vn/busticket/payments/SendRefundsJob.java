package vn.busticket.payments;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Sends refunds that are agreed through their gateway, each once. */
@DisallowConcurrentExecution
class SendRefundsJob implements Job {

    private final PayoutRounds rounds;

    SendRefundsJob(PayoutRounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public void execute(JobExecutionContext context) {
        rounds.sendApproved();
    }
}
