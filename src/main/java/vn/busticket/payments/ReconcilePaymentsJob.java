package vn.busticket.payments;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Asks the gateway about attempts that are due, so that a lost webhook costs only seconds. */
@DisallowConcurrentExecution
class ReconcilePaymentsJob implements Job {

    private static final int MOST_ROUNDS = 10;

    private final CheckRounds rounds;

    ReconcilePaymentsJob(CheckRounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public void execute(JobExecutionContext context) {
        var round = 1;
        while (rounds.checkDue() > 0 && round < MOST_ROUNDS) {
            round++;
        }
    }
}
