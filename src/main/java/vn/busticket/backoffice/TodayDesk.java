package vn.busticket.backoffice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.busticket.bookings.BookingDeskQueries;
import vn.busticket.bookings.SalesOfToday;
import vn.busticket.payments.PaymentDeskQueries;
import vn.busticket.shared.VietnamTime;
import vn.busticket.shared.Vnd;
import vn.busticket.trips.TripId;

/** All that the first staff screen asks of the rooms below. */
@Component
class TodayDesk {

    private static final Duration SOON = Duration.ofHours(2);
    private static final int MOST_TRIPS = 8;

    private final PaymentDeskQueries payments;
    private final BookingDeskQueries bookings;
    private final DeskTrips trips;
    private final DeskCounts counts;
    private final DeskServices services;
    private final Clock clock;

    TodayDesk(
            PaymentDeskQueries payments,
            BookingDeskQueries bookings,
            DeskTrips trips,
            DeskCounts counts,
            DeskServices services,
            Clock clock) {
        this.payments = payments;
        this.bookings = bookings;
        this.trips = trips;
        this.counts = counts;
        this.services = services;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** All money that arrived since midnight in Vietnam. */
    Vnd received() {
        var now = now();
        return payments.received(midnight(now), now.plus(Duration.ofMinutes(1)));
    }

    SalesOfToday sales() {
        return bookings.salesSince(midnight(now()));
    }

    int openAttempts() {
        return payments.countOpen();
    }

    /** What waits for somebody, the most urgent first. */
    List<Task> tasks() {
        return counts.tasks();
    }

    DeskServices services() {
        return services;
    }

    List<LeavingSoon> leaving() {
        var now = now();
        var soon = trips.leaving(now, now.plus(SOON), MOST_TRIPS);
        Map<TripId, Integer> sold = bookings.passengers(soon);
        return soon.stream()
                .map(id -> trips.show(id, sold.getOrDefault(id, 0)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Instant midnight(Instant now) {
        return VietnamTime.startOf(VietnamTime.dayOf(now));
    }
}
