package vn.busticket.bookings;

import java.time.Clock;
import java.util.OptionalLong;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import vn.busticket.shared.VietnamTime;

/** Forgets whose bookings those were whose trip is years past. */
@DisallowConcurrentExecution
class AnonymiseOldBookingsJob implements Job {

    private final OldBookings bookings;
    private final RetentionProperties retention;
    private final Clock clock;

    AnonymiseOldBookingsJob(OldBookings bookings, RetentionProperties retention, Clock clock) {
        this.bookings = bookings;
        this.retention = retention;
        this.clock = clock;
    }

    @Override
    public void execute(JobExecutionContext context) {
        var years = retention.bookingYears();
        var before = VietnamTime.startOf(VietnamTime.dayOf(clock.instant()).minusYears(years));
        var last = OptionalLong.of(0);
        while (last.isPresent()) {
            last = bookings.anonymiseSome(before, last.getAsLong());
        }
    }
}
