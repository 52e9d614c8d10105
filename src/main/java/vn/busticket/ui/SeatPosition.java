package vn.busticket.ui;

import java.util.stream.IntStream;
import vn.busticket.trips.SeatLayout;

/** Where in its row a seat stands; its words are the message {@code ui.seat.position.…}. */
public enum SeatPosition {
    /** At the left window in the direction of travel. */
    WINDOW_LEFT,
    /** At the right window. */
    WINDOW_RIGHT,
    /** At an aisle, away from the windows. */
    AISLE,
    /** Between other seats. */
    MIDDLE;

    /** The position of a seat on its deck. */
    public static SeatPosition of(SeatLayout.Cell seat, SeatLayout.Deck deck) {
        if (seat.column() == columns(deck).min().orElseThrow()) {
            return WINDOW_LEFT;
        }
        if (seat.column() == columns(deck).max().orElseThrow()) {
            return WINDOW_RIGHT;
        }
        var besideSeats =
                deck.cells().stream()
                        .filter(other -> isSeat(other) && other.row() == seat.row())
                        .filter(other -> Math.abs(other.column() - seat.column()) == 1)
                        .count();
        return besideSeats == 2 ? MIDDLE : AISLE;
    }

    String messageKey() {
        return "ui.seat.position." + name();
    }

    private static IntStream columns(SeatLayout.Deck deck) {
        return deck.cells().stream().filter(SeatPosition::isSeat).mapToInt(SeatLayout.Cell::column);
    }

    private static boolean isSeat(SeatLayout.Cell cell) {
        return cell.kind() == SeatLayout.Cell.Kind.SEAT;
    }
}
