package vn.busticket.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.busticket.backoffice.Change.Kind;

/** What is said about a figure beside the one before. */
@Tag("P9.1")
class ChangeTest {

    @Test
    void aShareOfWhatItWas() {
        assertThat(Change.of(108.2, Optional.of(100)))
                .hasValueSatisfying(up -> assertThat(up.by()).isBetween(0.0819, 0.0821));
        assertThat(Change.of(50, Optional.of(100))).contains(change(Kind.DOWN, -0.5));
    }

    @Test
    void whatWasBelowZeroGrowsUpwards() {
        assertThat(Change.of(100, Optional.of(-100)).orElseThrow().kind()).isEqualTo(Kind.UP);
    }

    @Test
    void tooLittleToBeSeenIsNoChange() {
        assertThat(Change.of(100_004, Optional.of(100_000)).orElseThrow().kind())
                .isEqualTo(Kind.SAME);
    }

    @Test
    void nothingBeforeIsNewAndNoShare() {
        assertThat(Change.of(5, Optional.of(0))).contains(change(Kind.NEW, 0));
        assertThat(Change.of(0, Optional.of(0))).contains(change(Kind.SAME, 0));
        assertThat(Change.of(5, Optional.<Long>empty())).isEmpty();
    }

    @Test
    void sharesDifferByPoints() {
        var change = Change.ofShares(Optional.of(0.796), Optional.of(0.775)).orElseThrow();
        assertThat(change.isOfShares()).isTrue();
        assertThat(change.by()).isBetween(0.0209, 0.0211);
    }

    private static Change change(Kind kind, double by) {
        return new Change(kind, by, false);
    }
}
