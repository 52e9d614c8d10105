package vn.busticket.trips;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the seats of a coach stand, deck by deck; never changes once stored. */
public final class SeatLayout {

    private final long id;
    private final List<Deck> decks;
    private final Map<String, Cell> seats;

    /**
     * @param id its number in the database
     * @param decks from the lowest to the highest
     */
    public SeatLayout(long id, List<Deck> decks) {
        this.id = id;
        this.decks = List.copyOf(decks);
        this.seats =
                decks.stream()
                        .flatMap(deck -> deck.cells().stream())
                        .filter(cell -> cell.kind() == Cell.Kind.SEAT)
                        .collect(toUnmodifiableMap(Cell::seatLabel, cell -> cell));
    }

    /** Its number in the database. */
    public long id() {
        return id;
    }

    /** Its decks from the lowest to the highest. */
    public List<Deck> decks() {
        return decks;
    }

    /** The seat of that label, if there is one that can be sold. */
    public Optional<Cell> seat(String label) {
        return Optional.ofNullable(seats.get(label));
    }

    /** Seats that can be sold, by label. */
    public Map<String, Cell> seats() {
        return seats;
    }

    /** How many seats can be sold. */
    public int seatCount() {
        return seats.size();
    }

    /**
     * One deck as a grid.
     *
     * @param number 1 is the lower deck
     * @param rows how many rows the grid has
     * @param cells what stands where; a place of the grid without a cell is an aisle
     */
    public record Deck(int number, int rows, int columns, List<Cell> cells) {

        public Deck {
            cells = List.copyOf(cells);
        }
    }

    /**
     * One place of the grid.
     *
     * @param row from the front, from 1
     * @param column from the left in the direction of travel, from 1
     * @param label what is written on it; every seat has one
     * @param seatClass what its fare goes by; every seat has one
     */
    public record Cell(
            int row, int column, Kind kind, @Nullable String label, @Nullable String seatClass) {

        /** What stands there. */
        public enum Kind {
            /** A seat, berth or cabin that is sold. */
            SEAT,
            /** The driver's seat. */
            DRIVER,
            /** A door. */
            DOOR,
            /** Stairs to the other deck. */
            STAIRS,
            /** A seat or berth of the crew, which is not sold. */
            STAFF,
            /** A toilet. */
            WC
        }

        public Cell {
            if (kind == Kind.SEAT && (label == null || seatClass == null)) {
                throw new IllegalArgumentException(
                        "A seat without label or class in row " + row + ", column " + column);
            }
        }

        /**
         * The label of a seat.
         *
         * @throws IllegalStateException if nothing is written on it
         */
        public String seatLabel() {
            if (label == null) {
                throw new IllegalStateException(kind + " has no label");
            }
            return label;
        }

        /**
         * The class of a seat.
         *
         * @throws IllegalStateException if it is none
         */
        public String classOfSeat() {
            if (seatClass == null) {
                throw new IllegalStateException(kind + " has no class");
            }
            return seatClass;
        }
    }
}
