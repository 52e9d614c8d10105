package vn.busticket.notifications;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.busticket.bookings.BookingId;
import vn.busticket.bookings.MoneyOutcome;
import vn.busticket.payments.PayableId;
import vn.busticket.payments.RefundId;
import vn.busticket.payments.RefundNeedsAccount;
import vn.busticket.payments.RefundOpened;
import vn.busticket.payments.RefundPaidOut;
import vn.busticket.scheduling.JobWaker;

/**
 * Queues what people must be told about money that did not come or go as usual, in the transaction
 * that causes it; then wakes the sender. Money of nobody known is told to nobody.
 */
@Component
class MoneyListener {

    private final Outbox outbox;
    private final List<Channel> channels;
    private final JobWaker waker;
    private final Clock clock;

    MoneyListener(Outbox outbox, Channels ways, JobWaker waker, Clock clock) {
        this.outbox = outbox;
        this.channels = ways.of(NotificationKind.PAYMENT_PROBLEM);
        this.waker = waker;
        this.clock = clock;
    }

    /**
     * What goes back is told by the refund, which was opened before; that late money bought nothing
     * is pressing enough for a text besides.
     */
    @EventListener
    void on(MoneyOutcome money) {
        switch (money.outcome()) {
            case PART_PAID -> outbox.queueProblem(money, List.of(Channel.EMAIL), clock.instant());
            case CONFIRMED_LATE, CONFIRMED_ON_OTHER_SEATS, CHANGED_ON_OTHER_SEATS, LATE_PART_KEPT ->
                    outbox.queueProblem(money, channels, clock.instant());
            case REFUND_TOO_LATE,
                    REFUND_TRIP_CALLED_OFF,
                    REFUND_REST_NEVER_CAME,
                    REFUND_CHANGE_TOO_LATE,
                    REFUND_CHANGE_NOT_MADE ->
                    outbox.tellRefundsByText(money.booking(), clock.instant());
            case REFUND_SURPLUS, REFUND_PAID_TWICE, REFUND_AFTER_CANCELLATION -> {}
        }
    }

    @EventListener
    void on(RefundOpened opened) {
        queue(NotificationKind.REFUND_OPENED, opened.payable(), opened.refund(), 0);
    }

    @EventListener
    void on(RefundNeedsAccount refund) {
        var time = clock.instant().toEpochMilli();
        queue(NotificationKind.REFUND_ACCOUNT_NEEDED, refund.payable(), refund.refund(), time);
    }

    @EventListener
    void on(RefundPaidOut paid) {
        var time = clock.instant().toEpochMilli();
        queue(NotificationKind.REFUND_PAID_OUT, paid.payable(), paid.refund(), time);
    }

    @TransactionalEventListener({
        MoneyOutcome.class,
        RefundOpened.class,
        RefundNeedsAccount.class,
        RefundPaidOut.class
    })
    void wakeAfter() {
        waker.wake(SendNotificationsJob.class);
    }

    private void queue(
            NotificationKind kind, @Nullable PayableId payable, RefundId refund, long time) {
        if (payable != null) {
            var booking = new BookingId(payable.value());
            outbox.queueRefund(kind, booking, refund, time, clock.instant());
        }
    }
}
