package vn.busticket.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.busticket.seats.SeatMap.State.FREE;
import static vn.busticket.seats.SeatMap.State.HELD;
import static vn.busticket.seats.SeatMap.State.OWN;
import static vn.busticket.seats.SeatMap.State.SOLD;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.busticket.seats.SeatMap;
import vn.busticket.shared.Stretch;
import vn.busticket.shared.Vnd;
import vn.busticket.trips.TripId;

/** What is picked on a map while others take seats. */
@Tag("P2.1")
class SeatChoiceTest {

    private final SeatChoice choice = new SeatChoice(map(Map.of("A03", SOLD)), List.of(), 2);

    @Test
    void picksAndLeavesAFreeSeat() {
        assertThat(choice.press("A01")).isEqualTo(SeatChoice.Answer.PICKED);
        assertThat(choice.chosen()).containsExactly("A01");
        assertThat(choice.press("A01")).isEqualTo(SeatChoice.Answer.LEFT);
        assertThat(choice.chosen()).isEmpty();
    }

    @Test
    void refusesTakenAndUnknownSeatsAndMoreThanAllowed() {
        assertThat(choice.press("A03")).isEqualTo(SeatChoice.Answer.REFUSED);
        assertThat(choice.press("Z99")).isEqualTo(SeatChoice.Answer.REFUSED);
        choice.press("A01");
        choice.press("A02");
        assertThat(choice.press("A04")).isEqualTo(SeatChoice.Answer.FULL);
        assertThat(choice.chosen()).containsExactly("A01", "A02");
    }

    @Test
    @Tag("P2.4")
    void losesWhatSomebodyElseTakesAndKeepsTheRest() {
        choice.press("A01");
        choice.press("A02");
        var change = choice.update(map(Map.of("A02", HELD, "A03", SOLD)));
        assertThat(change.lost()).containsExactly("A02");
        assertThat(change.states()).isEqualTo(Map.of("A02", HELD));
        assertThat(choice.chosen()).containsExactly("A01");
    }

    @Test
    void tellsNothingWhereNothingChanged() {
        var change = choice.update(map(Map.of("A03", SOLD)));
        assertThat(change.states()).isEmpty();
        assertThat(change.lost()).isEmpty();
    }

    @Test
    void seesTheOwnHoldAsFreeAndPicked() {
        var own = new SeatChoice(map(Map.of("A01", OWN, "A02", HELD)), List.of("A01", "A02"), 6);
        assertThat(own.chosen()).containsExactly("A01");
        assertThat(own.update(map(Map.of("A02", HELD))).states()).isEmpty();
        assertThat(own.chosen()).containsExactly("A01");
    }

    private static SeatMap map(Map<String, SeatMap.State> taken) {
        var seats = new HashMap<String, SeatMap.Seat>();
        for (var label : List.of("A01", "A02", "A03", "A04")) {
            var state = taken.getOrDefault(label, FREE);
            seats.put(
                    label, new SeatMap.Seat(label, "LOWER", state, Optional.of(new Vnd(300_000))));
        }
        return new SeatMap(new TripId(1), new Stretch(0, 1), seats);
    }
}
