package vn.busticket.notifications;

import java.time.Clock;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.busticket.bookings.BookingCalledOff;
import vn.busticket.bookings.BookingsMoved;
import vn.busticket.bookings.BookingsReseated;
import vn.busticket.scheduling.JobWaker;

/**
 * Queues what passengers must be told about what operators do to their trips, in the transaction
 * that does it; then wakes the sender.
 */
@Component
class DisruptionListener {

    private final Outbox outbox;
    private final DisruptionOutbox disruptions;
    private final JobWaker waker;
    private final Clock clock;

    DisruptionListener(Outbox outbox, DisruptionOutbox disruptions, JobWaker waker, Clock clock) {
        this.outbox = outbox;
        this.disruptions = disruptions;
        this.waker = waker;
        this.clock = clock;
    }

    @EventListener
    void on(BookingCalledOff calledOff) {
        outbox.queue(
                List.of(NotificationKind.TRIP_CANCELLED),
                List.of(calledOff.booking()),
                clock.instant());
    }

    @EventListener
    void on(BookingsMoved moved) {
        disruptions.queue(moved.disruption(), moved.bookings(), clock.instant());
    }

    @EventListener
    void on(BookingsReseated reseated) {
        disruptions.queue(reseated.disruption(), reseated.bookings(), clock.instant());
    }

    @TransactionalEventListener
    void wakeAfter(BookingCalledOff calledOff) {
        waker.wake(SendNotificationsJob.class);
    }

    @TransactionalEventListener
    void wakeAfter(BookingsMoved moved) {
        waker.wake(SendNotificationsJob.class);
    }

    @TransactionalEventListener
    void wakeAfter(BookingsReseated reseated) {
        waker.wake(SendNotificationsJob.class);
    }
}
