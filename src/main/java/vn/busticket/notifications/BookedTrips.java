package vn.busticket.notifications;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.bookings.BookingQueries;
import vn.busticket.bookings.OperatorChange;
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
    private final BookingQueries bookings;
    private final Imprint imprint;

    BookedTrips(Journeys journeys, BookingQueries bookings, Imprint imprint) {
        this.journeys = journeys;
        this.bookings = bookings;
        this.imprint = imprint;
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

    /** What one thing that the operator did to the trip meant for the booking; empty if nothing. */
    Optional<OperatorChange> change(BookingDetails booking, long disruption) {
        return OperatorChange.of(bookings.history(booking.id()), disruption);
    }

    /** True if the operator changed so much that the passengers may leave with all their money. */
    boolean isFreeToLeave(BookingDetails booking) {
        return OperatorChange.of(bookings.history(booking.id()))
                .filter(OperatorChange::isConsiderable)
                .isPresent();
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
