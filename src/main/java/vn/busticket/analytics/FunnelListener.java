package vn.busticket.analytics;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.busticket.bookings.BookingPlaced;
import vn.busticket.bookings.PaymentStarted;

/** Counts what bookings tell of the way to a paid one; that it is paid, the facts say. */
@Component
class FunnelListener {

    private final FunnelSteps steps;
    private final FunnelStore store;

    FunnelListener(FunnelSteps steps, FunnelStore store) {
        this.steps = steps;
        this.store = store;
    }

    @EventListener
    void on(BookingPlaced placed) {
        var device = steps.deviceOf(placed.hold());
        store.remember(placed.booking(), device);
        steps.count(FunnelStep.BOOKING_CREATED, placed.trip(), device);
    }

    @EventListener
    void on(PaymentStarted started) {
        store.begin(started.booking())
                .ifPresent(
                        one -> steps.count(FunnelStep.PAYMENT_STARTED, one.trip(), one.device()));
    }
}
