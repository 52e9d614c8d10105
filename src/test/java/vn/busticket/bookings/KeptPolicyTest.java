package vn.busticket.bookings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.busticket.shared.Vnd;
import vn.busticket.trips.CancellationTier;
import vn.busticket.trips.Occasion;
import vn.busticket.trips.TicketPolicy;

@Tag("P4.6")
class KeptPolicyTest extends BookingTest {

    @Test
    void aBookingKeepsThePolicyThatItWasBoughtUnder() {
        trips.setPolicy(trip, 240, 2, "1440:0", "240:10");
        var placed = place(anna, "A01", "A02");
        var bought = read(placed).policy();
        assertThat(bought.tiers())
                .containsExactly(
                        new CancellationTier(Duration.ofDays(1), 0, Vnd.ZERO),
                        new CancellationTier(Duration.ofHours(4), 10, Vnd.ZERO));

        trips.setPolicy(trip, 0, 0, "0:100");
        assertThat(read(placed).policy()).isEqualTo(bought);
    }

    @Test
    void aHolidayIsKeptByItsName() {
        var kept =
                new TicketPolicy(
                        TicketPolicy.OF_THE_HOUSE.change(),
                        List.of(),
                        Optional.of(new Occasion("Tết Nguyên đán", "Tết")),
                        5);
        assertThat(KeptPolicy.of(kept).policy()).isEqualTo(kept);
    }

    @Test
    void bookingsOfBeforeHaveTheHousesPolicy() {
        var placed = place(anna, "A01");
        database.sql("update booking set policy = default where id = :id")
                .param("id", placed.id().value())
                .update();
        assertThat(read(placed).policy()).isEqualTo(TicketPolicy.OF_THE_HOUSE);
    }
}
