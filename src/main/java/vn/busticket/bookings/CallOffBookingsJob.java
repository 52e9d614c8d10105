package vn.busticket.bookings;

import java.util.List;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Moves or cancels the bookings of trips that were called off. */
@DisallowConcurrentExecution
class CallOffBookingsJob implements Job {

    private static final Logger log = LoggerFactory.getLogger(CallOffBookingsJob.class);

    private final CalledOffBookings bookings;

    CallOffBookingsJob(CalledOffBookings bookings) {
        this.bookings = bookings;
    }

    @Override
    public void execute(JobExecutionContext context) {
        List<BookingId> batch = bookings.after(CalledOffBookings.START);
        while (!batch.isEmpty()) {
            batch.forEach(this::settle);
            batch = bookings.after(batch.getLast());
        }
    }

    private void settle(BookingId booking) {
        try {
            bookings.settle(booking);
        } catch (RuntimeException failed) {
            log.warn("booking not called off booking={}", booking.value(), failed);
        }
    }
}
