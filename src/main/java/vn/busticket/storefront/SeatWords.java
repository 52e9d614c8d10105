package vn.busticket.storefront;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.Collection;
import vn.busticket.trips.SeatLayout;

/** Seats as a passenger reads them. */
final class SeatWords {

    private SeatWords() {}

    /** {@code A05, A06}. */
    static String list(Collection<String> labels) {
        return String.join(", ", labels);
    }

    /** {@code Ghế A05, tầng dưới}; the deck only where there is more than one. */
    static String withDeck(SeatLayout layout, String label) {
        var deck = deck(layout, label);
        return deck.isEmpty()
                ? I18NProvider.translate("booking.seat", label)
                : I18NProvider.translate("booking.seatOnDeck", label, deck);
    }

    /** {@code Tầng dưới}, where it stands alone; empty where {@link #deck} is. */
    static String deckAlone(SeatLayout layout, String label) {
        var deck = deck(layout, label);
        return deck.isEmpty() ? deck : Character.toUpperCase(deck.charAt(0)) + deck.substring(1);
    }

    /** {@code tầng dưới}; empty for a coach with one deck or a seat that it does not have. */
    static String deck(SeatLayout layout, String label) {
        if (layout.decks().size() < 2) {
            return "";
        }
        return layout.decks().stream()
                .filter(deck -> deck.cells().stream().anyMatch(cell -> label.equals(cell.label())))
                .findFirst()
                .map(deck -> I18NProvider.translate("booking.deck." + Math.min(deck.number(), 2)))
                .orElse("");
    }
}
