package vn.busticket.bookings;

import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.busticket.scheduling.JobWaker;

/** Wakes the job that follows when a trip is called off. */
@Component
class TripListener {

    private final JobWaker waker;

    TripListener(JobWaker waker) {
        this.waker = waker;
    }

    @TransactionalEventListener
    void wakeAfter(TripCalledOff calledOff) {
        waker.wake(CallOffBookingsJob.class);
    }
}
