package vn.busticket.accounts;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.springframework.transaction.support.TransactionTemplate;

/** Seals secrets of second factors with the current key that are sealed with the one before. */
@DisallowConcurrentExecution
class SealFactorsAgainJob implements Job {

    private static final int MOST_BATCHES = 100;

    private final SecondFactorRepository factors;
    private final TransactionTemplate transaction;

    SealFactorsAgainJob(SecondFactorRepository factors, TransactionTemplate transaction) {
        this.factors = factors;
        this.transaction = transaction;
    }

    @Override
    public void execute(JobExecutionContext context) {
        var batches = 0;
        while (batches < MOST_BATCHES && sealSome() > 0) {
            batches++;
        }
    }

    private int sealSome() {
        var sealed = transaction.execute(status -> factors.sealAgain());
        return sealed == null ? 0 : sealed;
    }
}
