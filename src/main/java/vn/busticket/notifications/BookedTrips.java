package vn.busticket.notifications;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.bookings.ChangeId;
import vn.busticket.bookings.PassengerDetails;
import vn.busticket.bookings.PassengerState;
import vn.busticket.notifications.Letter.BookedTrip;
import vn.busticket.notifications.Letter.Traveller;
import vn.busticket.shared.VietnamTime;
import vn.busticket.tickets.Imprint;
import vn.busticket.tickets.Journeys;
import vn.busticket.tickets.Wording;

/** Puts together what all letters about a booking tell: the trip, the people, the rules. */
@Component
class BookedTrips {

    private final Journeys journeys;
    private final Imprint imprint;
    private final ToldChanges changes;

    BookedTrips(Journeys journeys, Imprint imprint, ToldChanges changes) {
        this.journeys = journeys;
        this.imprint = imprint;
        this.changes = changes;
    }

    /** The booking as it stands now, in its language. */
    BookedTrip of(BookingDetails booking) {
        return new BookedTrip(
                booking.language(),
                booking.code(),
                booking.contact().name(),
                journeys.of(booking),
                travellers(booking),
                rules(booking),
                imprint.link("/b/" + booking.accessToken()));
    }

    /** What the passenger has changed. */
    ToldChange change(BookingDetails booking, ChangeId change) {
        return changes.of(change, booking.language());
    }

    /** Where to look for a trip on the same way and day. */
    String searchUrl(BookingDetails booking) {
        return imprint.link(
                "/trips?from=%s&to=%s&date=%s&passengers=%d"
                        .formatted(
                                booking.boardingStop().stop().placeCode(),
                                booking.dropOffStop().stop().placeCode(),
                                VietnamTime.dayOf(booking.departsAt()),
                                booking.passengers().size()));
    }

    /** Who still travels; all who were to, if nobody does any more. */
    private static List<Traveller> travellers(BookingDetails booking) {
        var expected =
                booking.passengers().stream()
                        .filter(one -> one.state() != PassengerState.CANCELLED)
                        .map(BookedTrips::traveller)
                        .toList();
        return expected.isEmpty()
                ? booking.passengers().stream().map(BookedTrips::traveller).toList()
                : expected;
    }

    private static Traveller traveller(PassengerDetails passenger) {
        return new Traveller(passenger.seatLabel(), passenger.fullName());
    }

    /** The rule for calling off, see {@link vn.busticket.bookings.Cancellation}. */
    private static List<String> rules(BookingDetails booking) {
        var words = Wording.of(booking.language());
        return List.of(words.text("mail.rules.cancel", words.moment(booking.departsAt())));
    }
}
