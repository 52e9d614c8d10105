package vn.busticket.bookings;

import java.util.Map;

/**
 * What a visitor has typed at checkout so far, exactly as typed.
 *
 * @param passengers names by seat label
 */
public record CheckoutDraft(
        String contactName,
        String contactPhone,
        String contactEmail,
        Map<String, String> passengers) {

    /** Nothing typed yet. */
    public static final CheckoutDraft EMPTY = new CheckoutDraft("", "", "", Map.of());

    public CheckoutDraft {
        passengers = Map.copyOf(passengers);
    }
}
