package vn.busticket.trips;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Keeps the coming days on sale, hour by hour. */
@DisallowConcurrentExecution
class GenerateTripsJob implements Job {

    private final TripGenerator generator;

    GenerateTripsJob(TripGenerator generator) {
        this.generator = generator;
    }

    @Override
    public void execute(JobExecutionContext context) {
        generator.generate();
    }
}
