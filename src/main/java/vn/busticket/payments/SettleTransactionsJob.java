package vn.busticket.payments;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Settles transfers that were recorded and not settled, each with longer pauses between tries. */
@DisallowConcurrentExecution
class SettleTransactionsJob implements Job {

    private final IncomingTransfers transfers;

    SettleTransactionsJob(IncomingTransfers transfers) {
        this.transfers = transfers;
    }

    @Override
    public void execute(JobExecutionContext context) {
        var tried = transfers.settleOverdue();
        while (tried > 0) {
            tried = transfers.settleOverdue();
        }
    }
}
