package vn.busticket.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.busticket.testing.TestTrips.WHOLE;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import vn.busticket.accounts.VisitorId;
import vn.busticket.seats.SeatMap;
import vn.busticket.testing.Invariants;
import vn.busticket.tickets.TicketService;
import vn.busticket.trips.TripId;

/** A test about changes of paid bookings; the route has a dearer and a cheaper trip besides. */
abstract class ChangeTest extends BookingTest {

    protected static final long PRICE = 300_000;
    protected static final long MORE = 50_000;

    @Autowired protected BookingChanges changes;
    @Autowired protected ChangeQueries changeQueries;
    @Autowired protected Cancellation cancellation;
    @Autowired protected TicketService tickets;

    protected TripId dearer;
    protected TripId cheaper;

    @BeforeEach
    void otherTripsOfTheRoute() {
        var departure = clock.instant().plus(Duration.ofDays(2));
        dearer = trips.another(trip, departure, MORE);
        cheaper = trips.another(trip, departure.plus(Duration.ofHours(1)), -MORE);
    }

    @AfterEach
    void nothingIsBroken() {
        Invariants.check(database);
    }

    protected PlacedBooking confirmed(String... labels) {
        var visitor = VisitorId.random();
        var placed = place(visitor, labels);
        pay(startPaying(placed, visitor), PRICE * labels.length);
        assertThat(stateOf(placed)).isEqualTo(BookingState.CONFIRMED);
        return placed;
    }

    protected Wish wish(PlacedBooking booking) {
        return Wish.of(read(booking));
    }

    /** Quotes and saves. */
    protected SavedChange save(PlacedBooking booking, Wish wish) {
        var wished = wish.made();
        var agreed = changes.quote(booking.id(), wished);
        return changes.save(booking.id(), wished, agreed, anna, anna.value().toString());
    }

    protected BookingChange changeOf(SavedChange saved) {
        return changeQueries.byId(saved.id()).orElseThrow();
    }

    protected List<String> seatsOf(PlacedBooking booking) {
        return read(booking).seatLabels();
    }

    protected SeatMap.State seat(TripId of, String label) {
        return seatQueries.seatMap(of, WHOLE, null).seat(label).state();
    }

    /** Lets the time to pay the difference pass. */
    protected void lapse() {
        clock.advance(Duration.ofMinutes(20));
        run(LapseChangesJob.class);
    }

    /** The bookings of those who left that one for another trip. */
    protected List<BookingId> parties(BookingId booking) {
        return database.sql(
                        """
                        select split_off_id from booking_change
                         where booking_id = :booking and split_off_id is not null
                         order by id
                        """)
                .param("booking", booking.value())
                .query((row, number) -> new BookingId(row.getLong("split_off_id")))
                .list();
    }
}
