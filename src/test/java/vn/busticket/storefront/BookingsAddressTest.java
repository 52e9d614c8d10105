package vn.busticket.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.busticket.bookings.BookingSection;

@Tag("P4.4")
@DisplayName("P4.4 The address of a person's bookings")
class BookingsAddressTest {

    @Test
    void namesASectionInAnyCase() {
        assertThat(BookingsView.section(Optional.of("past"))).isEqualTo(BookingSection.PAST);
        assertThat(BookingsView.section(Optional.of("CANCELLED")))
                .isEqualTo(BookingSection.CANCELLED);
    }

    @Test
    void leadsToWhatIsComingIfItNamesNoSection() {
        assertThat(BookingsView.section(Optional.of("everything")))
                .isEqualTo(BookingSection.UPCOMING);
        assertThat(BookingsView.section(Optional.empty())).isEqualTo(BookingSection.UPCOMING);
    }

    @Test
    void countsPagesFromOne() {
        assertThat(BookingsView.page(Optional.of("3"))).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "1e9", "999999999999"})
    void leadsToTheFirstPageIfItNamesNone(String asked) {
        assertThat(BookingsView.page(Optional.of(asked))).isZero();
    }
}
