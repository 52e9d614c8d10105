package vn.busticket.payments;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Asks gateways what became of refunds on their way, with growing pauses. */
@DisallowConcurrentExecution
class CheckRefundsJob implements Job {

    private final PayoutRounds rounds;

    CheckRefundsJob(PayoutRounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public void execute(JobExecutionContext context) {
        rounds.checkDue();
    }
}
