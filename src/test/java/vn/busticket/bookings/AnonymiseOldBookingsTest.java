package vn.busticket.bookings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.busticket.access.AccessTest;

/** Bookings whose trip is years past belong to nobody any more. */
@Tag("P7.3")
class AnonymiseOldBookingsTest extends AccessTest {

    @Autowired private BookingQueries queries;

    @Test
    void afterFiveYearsAndNotADayBeforeNobodyCanTellWhoseItWas() {
        clock.set(booking.arrivesAt().plusSeconds(600));
        run(CompleteBookingsJob.class);
        clock.set(booking.arrivesAt().plus(Duration.ofDays(5 * 365)));
        run(AnonymiseOldBookingsJob.class);
        assertThat(now().contact().name()).isEqualTo(NAME);

        clock.set(booking.arrivesAt().plus(Duration.ofDays(5 * 365 + 3)));
        run(AnonymiseOldBookingsJob.class);

        assertThat(now().contact().name()).isEqualTo("•••");
        assertThat(now().contact().email()).isEqualTo("erased@busticket.invalid");
        assertThat(now().passengers()).extracting(PassengerDetails::fullName).containsOnly("•••");
        assertThat(now().account()).isEmpty();
        assertThat(now().total()).isEqualTo(booking.total());
        assertThat(now().state()).isEqualTo(BookingState.COMPLETED);
        assertThat(queries.byAccessToken(booking.accessToken())).isEmpty();
        run(AnonymiseOldBookingsJob.class);
    }

    @Test
    void aBookingWithMoneyOnItsWayWaits() {
        database.sql(
                        "update bank_transaction set settled_at = null where attempt_id in"
                                + " (select id from payment_attempt where payable_id = :id)")
                .param("id", booking.id().value())
                .update();
        clock.set(booking.arrivesAt().plusSeconds(600));
        run(CompleteBookingsJob.class);
        clock.set(booking.arrivesAt().plus(Duration.ofDays(6 * 365)));
        run(AnonymiseOldBookingsJob.class);

        assertThat(now().contact().name()).isEqualTo(NAME);
        database.sql(
                        "update bank_transaction set settled_at = received_at where attempt_id in"
                                + " (select id from payment_attempt where payable_id = :id)")
                .param("id", booking.id().value())
                .update();
    }

    private BookingDetails now() {
        return queries.byId(booking.id()).orElseThrow();
    }
}
