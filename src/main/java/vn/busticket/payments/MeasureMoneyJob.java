package vn.busticket.payments;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Looks at the books of the last day, so that damage is seen within minutes and not at night. */
@DisallowConcurrentExecution
class MeasureMoneyJob implements Job {

    private final MoneyMeasures measures;

    MeasureMoneyJob(MoneyMeasures measures) {
        this.measures = measures;
    }

    @Override
    public void execute(JobExecutionContext context) {
        measures.measure();
    }
}
