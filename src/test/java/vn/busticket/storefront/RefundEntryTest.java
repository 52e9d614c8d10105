package vn.busticket.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.busticket.testing.ApplicationTest;

/** Names of refunds cannot be found out by trying many. */
@Tag("P3.8")
class RefundEntryTest extends ApplicationTest {

    private static final int ALLOWED = 60;

    @Autowired private RefundEntry entry;

    @Test
    void oneAddressOpensSomePagesAndThenNoMore() {
        for (var opening = 0; opening < ALLOWED; opening++) {
            assertThat(entry.mayOpen("an-address-that-guesses")).isTrue();
        }
        assertThat(entry.mayOpen("an-address-that-guesses")).isFalse();
        assertThat(entry.mayOpen("another-address")).isTrue();
    }

    @Test
    void aNameThatNobodyHasShowsNothing() {
        assertThat(entry.look("")).isEmpty();
        assertThat(entry.look("x".repeat(24))).isEmpty();
    }
}
