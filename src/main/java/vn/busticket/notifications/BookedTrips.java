package vn.busticket.notifications;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.bookings.BookingQueries;
import vn.busticket.bookings.ChangeId;
import vn.busticket.bookings.OperatorChange;
import vn.busticket.bookings.PassengerDetails;
import vn.busticket.documents.Imprint;
import vn.busticket.notifications.Letter.BookedTrip;
import vn.busticket.notifications.Letter.Traveller;
import vn.busticket.shared.VietnamTime;
import vn.busticket.tickets.Journeys;
import vn.busticket.tickets.PolicyWording;

/** Puts together what all letters about a booking tell: the trip, the people, the rules. */
@Component
class BookedTrips {

    private final Journeys journeys;
    private final BookingQueries bookings;
    private final Imprint imprint;
    private final ToldChanges changes;

    BookedTrips(Journeys journeys, BookingQueries bookings, Imprint imprint, ToldChanges changes) {
        this.journeys = journeys;
        this.bookings = bookings;
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
                booking.travellers().stream().map(BookedTrips::traveller).toList(),
                rules(booking),
                imprint.link("/b/" + booking.accessToken()));
    }

    /** The same, with only some of its passengers. */
    BookedTrip of(BookingDetails booking, Set<Long> passengers) {
        return of(booking)
                .of(
                        booking.passengers().stream()
                                .filter(passenger -> passengers.contains(passenger.id()))
                                .map(BookedTrips::traveller)
                                .toList());
    }

    /** What the passenger has changed. */
    ToldChange change(BookingDetails booking, ChangeId change) {
        return changes.of(change, booking);
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
                                booking.travellers().size()));
    }

    private static Traveller traveller(PassengerDetails passenger) {
        return new Traveller(passenger.seatLabel(), passenger.fullName());
    }

    /** The policy that it was bought under. */
    private static List<String> rules(BookingDetails booking) {
        return PolicyWording.of(booking.language()).until(booking.policy(), booking.departsAt());
    }
}
