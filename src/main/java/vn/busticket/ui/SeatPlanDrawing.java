package vn.busticket.ui;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.busticket.seats.SeatMap;
import vn.busticket.trips.SeatLayout;

/**
 * Writes a seat map as compactly as the script in {@code frontend-theme/seat-plan.js} reads it: a
 * letter per seat, each word, price and position once.
 */
final class SeatPlanDrawing {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final Map<String, String> WORDS =
            Map.ofEntries(
                    Map.entry("seat", "ui.seat"),
                    Map.entry("list", "ui.seat.list"),
                    Map.entry("map", "ui.seat.map"),
                    Map.entry("legend", "ui.seat.legend"),
                    Map.entry("free", "ui.seat.free"),
                    Map.entry("chosen", "ui.seat.chosen"),
                    Map.entry("held", "ui.seat.held"),
                    Map.entry("sold", "ui.seat.sold"),
                    Map.entry("closed", "ui.seat.closed"),
                    Map.entry("decks", "ui.seat.decks"),
                    Map.entry("left", "ui.seat.left"),
                    Map.entry("hint", "ui.seat.hint"),
                    Map.entry("front", "ui.seat.front"),
                    Map.entry("DRIVER", "ui.seat.driver"),
                    Map.entry("DOOR", "ui.seat.door"),
                    Map.entry("STAIRS", "ui.seat.stairs"),
                    Map.entry("STAFF", "ui.seat.staff"),
                    Map.entry("WC", "ui.seat.wc"));

    private final SeatLayout layout;

    SeatPlanDrawing(SeatLayout layout) {
        this.layout = layout;
    }

    ObjectNode whole(SeatMap map, Collection<String> chosen, String heading, int limit) {
        var drawing = JSON.objectNode();
        var words = drawing.putObject("words");
        WORDS.forEach((name, key) -> words.put(name, I18NProvider.translate(key)));
        words.put("heading", heading);
        drawing.put("limit", limit);
        drawing.set("prices", prices(map));
        var places = drawing.putArray("places");
        var states = new StringBuilder();
        var decks = drawing.putArray("decks");
        for (var deck : layout.decks()) {
            var drawn = decks.addObject();
            drawn.put("name", deckName(deck));
            drawn.set("cells", cells(deck, map, places, states));
        }
        drawing.put("states", states.toString());
        drawing.set("chosen", labels(chosen));
        return drawing;
    }

    static ObjectNode change(Map<String, SeatMap.State> states) {
        var change = JSON.objectNode();
        var changed = change.putObject("states");
        states.forEach((label, state) -> changed.put(label, letter(state)));
        return change;
    }

    static ArrayNode labels(Collection<String> labels) {
        var array = JSON.arrayNode();
        labels.forEach(array::add);
        return array;
    }

    /** The deck of a seat and its position there, in words. */
    String whereIs(String label) {
        for (var deck : layout.decks()) {
            for (var cell : deck.cells()) {
                if (label.equals(cell.label())) {
                    return where(deck, SeatPosition.of(cell, deck));
                }
            }
        }
        throw new IllegalArgumentException("No seat " + label);
    }

    private ArrayNode cells(
            SeatLayout.Deck deck, SeatMap map, ArrayNode places, StringBuilder states) {
        var cells = JSON.arrayNode();
        var placeNumbers = new EnumMap<SeatPosition, Integer>(SeatPosition.class);
        for (var cell : deck.cells()) {
            var drawn = cells.addArray().add(cell.row()).add(cell.column()).add(cell.kind().name());
            if (cell.kind() != SeatLayout.Cell.Kind.SEAT) {
                continue;
            }
            var number =
                    placeNumbers.computeIfAbsent(
                            SeatPosition.of(cell, deck),
                            position -> {
                                places.add(where(deck, position));
                                return places.size() - 1;
                            });
            drawn.add(cell.seatLabel()).add(cell.classOfSeat()).add(number);
            var seat = map.seats().get(cell.seatLabel());
            states.append(letter(seat == null ? SeatMap.State.NOT_FOR_SALE : seat.state()));
        }
        return cells;
    }

    private static ObjectNode prices(SeatMap map) {
        var formats = Formats.current();
        var byClass = new TreeMap<String, String>();
        map.seats()
                .values()
                .forEach(seat ->
                        seat.price()
                                .ifPresent(price ->
                                        byClass.put(seat.seatClass(), formats.money(price))));
        var prices = JSON.objectNode();
        byClass.forEach(prices::put);
        return prices;
    }

    private String where(SeatLayout.Deck deck, SeatPosition position) {
        var words = I18NProvider.translate(position.messageKey());
        return layout.decks().size() == 1
                ? words
                : I18NProvider.translate("ui.seat.where", deckName(deck), words);
    }

    private String deckName(SeatLayout.Deck deck) {
        if (layout.decks().size() == 1) {
            return I18NProvider.translate("ui.seat.deck.only");
        }
        return I18NProvider.translate(
                deck.number() == 1 ? "ui.seat.deck.lower" : "ui.seat.deck.upper");
    }

    private static String letter(SeatMap.State state) {
        return switch (state) {
            case FREE, OWN -> "f";
            case HELD -> "h";
            case SOLD -> "s";
            case NOT_FOR_SALE -> "c";
        };
    }
}
