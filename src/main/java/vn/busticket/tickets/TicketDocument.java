package vn.busticket.tickets;

import java.util.List;
import vn.busticket.shared.Language;
import vn.busticket.shared.Vnd;

/**
 * One passenger's ticket as it is printed.
 *
 * @param bookingCode code of the booking
 * @param journey from where to where, with whom and when
 * @param passengerName name as typed by the buyer
 * @param seat label of the seat
 * @param seatPlace where the seat is, in words: deck, window or aisle
 * @param price what the seat costs, tax included
 * @param rules what changing and cancelling cost, in the language of the booking
 * @param language language of the booking
 * @param qrText signed text for the QR code
 */
public record TicketDocument(
        String bookingCode,
        Journey journey,
        String passengerName,
        String seat,
        String seatPlace,
        Vnd price,
        List<String> rules,
        Language language,
        String qrText) {

    public TicketDocument {
        rules = List.copyOf(rules);
    }
}
