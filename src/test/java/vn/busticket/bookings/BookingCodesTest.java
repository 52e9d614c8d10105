package vn.busticket.bookings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Codes that are read out over the telephone and copied by hand. */
@Tag("P4.3")
class BookingCodesTest {

    @Test
    void haveEightSignsNoneOfWhichLooksLikeAnother() {
        var codes = IntStream.range(0, 5_000).mapToObj(unused -> BookingCodes.random()).toList();
        assertThat(codes).doesNotHaveDuplicates();
        assertThat(codes).allMatch(BookingCodes::isValid);
        assertThat(String.join("", codes)).doesNotContain("0", "O", "1", "I").hasSize(40_000);
        assertThat(String.join("", codes).chars().distinct()).hasSize(32);
    }

    @Test
    void areReadHoweverTheyAreTyped() {
        assertThat(BookingCodes.tidy(" abcd-23 45. ")).isEqualTo("ABCD2345");
        for (var wrong : new String[] {"", "ABCD234", "ABCD23456", "ABCD234O", "ABCD2341"}) {
            assertThat(BookingCodes.isValid(wrong)).as(wrong).isFalse();
        }
    }
}
