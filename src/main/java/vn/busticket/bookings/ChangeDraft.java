package vn.busticket.bookings;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.busticket.trips.TripId;

/**
 * What a visitor has typed and chosen so far to change a booking, unchecked.
 *
 * @param details the contact, and the passengers' names by the seats that they have now
 * @param trip the chosen trip
 * @param staying the seats of those who do not go by another trip, if it is another
 * @param seats the chosen label for each seat that they have now; one that is missing is not chosen
 *     yet, or stays
 */
public record ChangeDraft(
        CheckoutDraft details, TripId trip, Set<String> staying, Map<String, String> seats) {

    public ChangeDraft {
        staying = Set.copyOf(staying);
        seats = Map.copyOf(seats);
    }

    /** Nothing changed yet. */
    public static ChangeDraft of(BookingDetails booking) {
        var travellers = booking.travellers();
        var names =
                travellers.stream()
                        .collect(
                                Collectors.toMap(
                                        PassengerDetails::seatLabel, PassengerDetails::fullName));
        var seats =
                travellers.stream()
                        .collect(
                                Collectors.toMap(
                                        PassengerDetails::seatLabel, PassengerDetails::seatLabel));
        var contact = booking.contact();
        return new ChangeDraft(
                new CheckoutDraft(contact.name(), contact.phone().e164(), contact.email(), names),
                booking.trip().id(),
                Set.of(),
                seats);
    }

    /** The same with other details. */
    public ChangeDraft with(CheckoutDraft newer) {
        return new ChangeDraft(newer, trip, staying, seats);
    }

    /** The same on another trip, on other seats. */
    public ChangeDraft on(TripId other, Map<String, String> newSeats) {
        return new ChangeDraft(details, other, staying, newSeats);
    }

    /** The same while others stay where they are. */
    public ChangeDraft leaving(Set<String> behind) {
        return new ChangeDraft(details, trip, behind, seats);
    }

    /** Those of a booking who go by the chosen trip, by seat. */
    public List<PassengerDetails> goingOf(BookingDetails booking) {
        return trip.equals(booking.trip().id())
                ? booking.travellers()
                : booking.travellers().stream()
                        .filter(one -> !staying.contains(one.seatLabel()))
                        .toList();
    }
}
