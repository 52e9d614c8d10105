package vn.busticket.bookings;

import java.util.Map;
import vn.busticket.shared.PhoneNumber;

/**
 * Who travels and whom to tell, checked; made by {@link CheckoutCheck}.
 *
 * @param passengers names by seat label, one for each seat
 */
public record CheckoutDetails(
        String contactName,
        PhoneNumber contactPhone,
        String contactEmail,
        Map<String, String> passengers) {

    public CheckoutDetails {
        passengers = Map.copyOf(passengers);
        if (!PersonName.isValid(contactName)
                || !EmailSyntax.isValid(contactEmail)
                || !passengers.values().stream().allMatch(PersonName::isValid)) {
            throw new IllegalArgumentException("Checkout details that were not checked");
        }
    }

    /** Whom to tell. */
    BookingContact contact() {
        return new BookingContact(contactName, contactPhone, contactEmail);
    }

    /** The name of the passenger on a seat. */
    String passengerOf(String seatLabel) {
        var name = passengers.get(seatLabel);
        if (name == null) {
            throw new IllegalArgumentException("No passenger for seat " + seatLabel);
        }
        return name;
    }
}
