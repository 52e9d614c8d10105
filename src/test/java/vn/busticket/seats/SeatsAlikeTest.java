package vn.busticket.seats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.busticket.shared.Vnd;
import vn.busticket.trips.SeatLayout;
import vn.busticket.trips.SeatLayout.Cell;
import vn.busticket.trips.SeatLayout.Deck;

@Tag("P3.7")
class SeatsAlikeTest {

    /** Two decks of three rows with three seats; the first row below is of a better class. */
    private static final SeatLayout LAYOUT =
            new SeatLayout(1, List.of(deck(1, "A", "VIP"), deck(2, "B", "STANDARD")));

    @Test
    void whoCanStayStays() {
        assertThat(find(Set.of("B02"), "B01", "B02"))
                .containsEntry("B01", "B01")
                .containsEntry("B02", "B03");
    }

    @Test
    void theWholePartyMovesWhereItCanOnlyThereStayTogether() {
        assertThat(find(Set.of("B02", "B03", "B04", "B06", "B05"), "B01", "B02"))
                .containsEntry("B01", "B07")
                .containsEntry("B02", "B08");
    }

    @Test
    void staysOnItsDeckWhileThereIsRoom() {
        assertThat(find(Set.of("A04"), "A04").values()).containsExactly("A05");
        assertThat(find(Set.of("A04", "A05", "A06", "A07", "A08", "A09"), "A04").values())
                .containsExactly("B04");
    }

    @Test
    void keepsItsClass() {
        assertThat(find(Set.of("A01"), "A01").values()).containsExactly("A02");
        assertThat(SeatsAlike.find(LAYOUT, party("A01"), Set.of("A01", "A02", "A03"))).isEmpty();
    }

    @Test
    void findsNothingWhereThereAreNotEnough() {
        var taken =
                Set.of(
                        "A04", "A05", "A06", "A07", "A08", "A09", "B01", "B02", "B03", "B04", "B05",
                        "B06", "B07", "B08");
        assertThat(SeatsAlike.find(LAYOUT, party("B01", "B02"), taken)).isEmpty();
        assertThat(find(taken, "B01").values()).containsExactly("B09");
    }

    @Test
    void givesNobodyTheSameSeat() {
        assertThat(find(Set.of("B01", "B05"), "B01", "B02", "B03", "B04").values())
                .doesNotHaveDuplicates()
                .doesNotContain("B01", "B05");
    }

    private static Map<String, String> find(Set<String> taken, String... labels) {
        return SeatsAlike.find(LAYOUT, party(labels), taken).orElseThrow();
    }

    private static List<HeldSeat> party(String... labels) {
        return List.of(labels).stream()
                .map(label ->
                        new HeldSeat(
                                label,
                                LAYOUT.seat(label).orElseThrow().classOfSeat(),
                                new Vnd(300_000)))
                .toList();
    }

    private static Deck deck(int number, String letter, String firstRow) {
        var cells = new ArrayList<Cell>();
        for (int seat = 1; seat <= 9; seat++) {
            var row = (seat + 2) / 3;
            cells.add(
                    new Cell(
                            row,
                            (seat - 1) % 3 + 1,
                            Cell.Kind.SEAT,
                            letter + "0" + seat,
                            row == 1 ? firstRow : "STANDARD"));
        }
        return new Deck(number, 3, 3, cells);
    }
}
