package vn.busticket.payments;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Seals accounts with the current key that are stored under the one before, or in clear. */
@DisallowConcurrentExecution
class SealAgainJob implements Job {

    private static final int MOST_BATCHES = 200;

    private final AccountsToSeal accounts;

    SealAgainJob(AccountsToSeal accounts) {
        this.accounts = accounts;
    }

    @Override
    public void execute(JobExecutionContext context) {
        var batches = 0;
        while (batches < MOST_BATCHES && accounts.sealSome() > 0) {
            batches++;
        }
    }
}
