package vn.busticket.bookings;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.busticket.cluster.ClusterNotices;
import vn.busticket.trips.TripCrews;

/** Tells open screens on all nodes, after the commit, that a booking changed. */
@Component
class BookingNotices {

    private static final String TOPIC = "booking";
    private static final int MOST_SINGLE_NOTICES = 50;

    private final BookingRepository bookings;
    private final ClusterNotices notices;

    BookingNotices(BookingRepository bookings, ClusterNotices notices) {
        this.bookings = bookings;
        this.notices = notices;
    }

    @EventListener
    void on(BookingConfirmed confirmed) {
        tell(confirmed.booking());
    }

    @EventListener
    void on(BookingsExpired expired) {
        if (expired.bookings().size() > MOST_SINGLE_NOTICES) {
            notices.publish(TOPIC, ClusterNotices.ALL);
        } else {
            expired.bookings().forEach(this::tell);
        }
    }

    @EventListener
    void on(BookingCancelled cancelled) {
        tell(cancelled.booking());
    }

    @EventListener
    void on(BookingPartlyCancelled cancelled) {
        tell(cancelled.booking());
    }

    @EventListener
    void on(BookingChanged changed) {
        tell(changed.booking());
    }

    @EventListener
    void on(BookingCalledOff calledOff) {
        tell(calledOff.booking());
    }

    @EventListener
    void on(BookingsMoved moved) {
        moved.bookings().forEach(this::tell);
    }

    @EventListener
    void on(BookingsReseated reseated) {
        reseated.bookings().forEach(this::tell);
    }

    @EventListener
    void on(MoneyOutcome outcome) {
        tell(outcome.booking());
    }

    @EventListener
    void on(PassengerMarked marked) {
        tell(marked.booking());
    }

    /** Something about the booking is worth being read again. */
    void tell(BookingId id) {
        bookings.findById(id.value())
                .ifPresent(booking -> {
                    notices.publish(TOPIC, booking.code());
                    notices.publish(TripCrews.TOPIC, Long.toString(booking.tripId().value()));
                });
    }
}
