package vn.busticket.seats;

import static java.util.stream.Collectors.toMap;

import java.util.Map;
import vn.busticket.trips.SeatLayout;

/** Where a seat stands in its coach. */
record Spot(String label, String seatClass, int deck, int row, int column) {

    private static final int OTHER_DECK = 100;
    private static final int OTHER_ROW = 2;

    /** All seats of a coach by their labels. */
    static Map<String, Spot> in(SeatLayout layout) {
        return layout.decks().stream()
                .flatMap(deck ->
                        deck.cells().stream()
                                .filter(cell -> cell.kind() == SeatLayout.Cell.Kind.SEAT)
                                .map(cell ->
                                        new Spot(
                                                cell.seatLabel(),
                                                cell.classOfSeat(),
                                                deck.number(),
                                                cell.row(),
                                                cell.column())))
                .collect(toMap(Spot::label, spot -> spot));
    }

    /** How far apart two seats are, in columns. */
    int distance(Spot other) {
        return (deck == other.deck ? 0 : OTHER_DECK)
                + OTHER_ROW * Math.abs(row - other.row)
                + Math.abs(column - other.column);
    }
}
