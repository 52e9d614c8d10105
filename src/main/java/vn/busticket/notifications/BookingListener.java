package vn.busticket.notifications;

import java.time.Clock;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.busticket.bookings.BookingCancelled;
import vn.busticket.bookings.BookingChanged;
import vn.busticket.bookings.BookingConfirmed;
import vn.busticket.bookings.BookingPartlyCancelled;
import vn.busticket.bookings.BookingsExpired;
import vn.busticket.scheduling.JobWaker;

/**
 * Queues what passengers must be told, in the transaction that causes it; then wakes the sender.
 */
@Component("notificationsBookingListener")
class BookingListener {

    private final Outbox outbox;
    private final JobWaker waker;
    private final Clock clock;

    BookingListener(Outbox outbox, JobWaker waker, Clock clock) {
        this.outbox = outbox;
        this.waker = waker;
        this.clock = clock;
    }

    @EventListener
    void on(BookingConfirmed confirmed) {
        outbox.queue(
                List.of(NotificationKind.CONFIRMATION, NotificationKind.RECEIPT),
                List.of(confirmed.booking()),
                clock.instant());
    }

    @EventListener
    void on(BookingsExpired expired) {
        outbox.queue(List.of(NotificationKind.EXPIRY), expired.bookings(), clock.instant());
    }

    @EventListener
    void on(BookingCancelled cancelled) {
        outbox.queue(
                List.of(NotificationKind.CANCELLATION),
                List.of(cancelled.booking()),
                clock.instant());
    }

    @EventListener
    void on(BookingPartlyCancelled cancelled) {
        outbox.queueCancellation(cancelled.booking(), cancelled.cancellation(), clock.instant());
    }

    @TransactionalEventListener
    void wakeAfter(BookingPartlyCancelled cancelled) {
        waker.wake(SendNotificationsJob.class);
    }

    @EventListener
    void on(BookingChanged changed) {
        outbox.queueChange(changed.booking(), changed.change(), clock.instant());
    }

    @TransactionalEventListener
    void wakeAfter(BookingChanged changed) {
        waker.wake(SendNotificationsJob.class);
    }

    @TransactionalEventListener
    void wakeAfter(BookingCancelled cancelled) {
        waker.wake(SendNotificationsJob.class);
    }

    @TransactionalEventListener
    void wakeAfter(BookingConfirmed confirmed) {
        waker.wake(SendNotificationsJob.class);
    }

    @TransactionalEventListener
    void wakeAfter(BookingsExpired expired) {
        waker.wake(SendNotificationsJob.class);
    }
}
