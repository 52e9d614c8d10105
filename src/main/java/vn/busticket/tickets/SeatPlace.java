package vn.busticket.tickets;

import java.util.ArrayList;
import java.util.Locale;
import vn.busticket.documents.Wording;
import vn.busticket.shared.Language;
import vn.busticket.trips.SeatLayout;
import vn.busticket.trips.SeatLayout.Cell;
import vn.busticket.trips.SeatLayout.Deck;

/** Where a seat is, for somebody who looks for it in the coach: deck, window or aisle. */
final class SeatPlace {

    private SeatPlace() {}

    /** The place in words; empty for a seat that the layout does not know. */
    static String inWords(SeatLayout layout, String seatLabel, Language language) {
        for (var deck : layout.decks()) {
            for (var cell : deck.cells()) {
                if (cell.kind() == Cell.Kind.SEAT && cell.seatLabel().equals(seatLabel)) {
                    return inWords(layout, deck, cell, Wording.of(language));
                }
            }
        }
        return "";
    }

    private static String inWords(SeatLayout layout, Deck deck, Cell cell, Wording wording) {
        var words = new ArrayList<String>();
        if (layout.decks().size() > 1) {
            words.add(wording.text("document.seatPlace.deck" + deck.number()));
        }
        if (cell.column() == 1 || cell.column() == deck.columns()) {
            words.add(wording.text("document.seatPlace.window"));
        } else if (isFree(deck, cell, -1) || isFree(deck, cell, 1)) {
            words.add(wording.text("document.seatPlace.aisle"));
        }
        var place = String.join(", ", words);
        return place.isEmpty()
                ? place
                : place.substring(0, 1).toUpperCase(Locale.ROOT) + place.substring(1);
    }

    private static boolean isFree(Deck deck, Cell cell, int beside) {
        return deck.cells().stream()
                .noneMatch(other ->
                        other.row() == cell.row() && other.column() == cell.column() + beside);
    }
}
