package vn.busticket.bookings;

import java.util.Optional;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import vn.busticket.bookings.BookingSweeps.Position;

/** Expires bookings that were not paid in time. */
@DisallowConcurrentExecution
class ExpireBookingsJob implements Job {

    private final BookingExpiry expiry;

    ExpireBookingsJob(BookingExpiry expiry) {
        this.expiry = expiry;
    }

    @Override
    public void execute(JobExecutionContext context) {
        var next = Optional.of(Position.START);
        while (next.isPresent()) {
            next = expiry.expireBatch(next.get());
        }
    }
}
