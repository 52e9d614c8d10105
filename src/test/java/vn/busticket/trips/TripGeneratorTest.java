package vn.busticket.trips;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import vn.busticket.shared.SqlTime;
import vn.busticket.shared.VietnamTime;
import vn.busticket.testing.ApplicationTest;

@Tag("P1.1")
class TripGeneratorTest extends ApplicationTest {

    private static final LocalDate MONDAY = LocalDate.parse("2026-11-23");

    @Autowired private BeanFactory application;

    @Test
    void makesATripForEachDayOnSale() {
        var sample = imported("07:30,1234567,2026-01-01,");

        run(GenerateTripsJob.class);

        // Today's coach left at 07:30, before now.
        assertThat(departures(sample))
                .hasSize(29)
                .startsWith(MONDAY.plusDays(1).atTime(7, 30))
                .endsWith(MONDAY.plusDays(29).atTime(7, 30));
    }

    @Test
    void runsOnItsWeekdaysWithinItsSeason() {
        var sample = imported("22:00,17,2026-11-24,2026-12-07");

        run(GenerateTripsJob.class);

        assertThat(departures(sample))
                .containsExactly(
                        LocalDateTime.parse("2026-11-29T22:00"),
                        LocalDateTime.parse("2026-11-30T22:00"),
                        LocalDateTime.parse("2026-12-06T22:00"),
                        LocalDateTime.parse("2026-12-07T22:00"));
    }

    @Test
    void honoursExceptions() {
        var sample =
                sample("07:30,2,2026-01-01,2026-12-08")
                        .line("schedule_exceptions", "@S,2026-11-24,CANCELLED,")
                        .line("schedule_exceptions", "@S,2026-11-26,EXTRA,")
                        .line("schedule_exceptions", "@S,2026-12-01,MOVED,09:15");
        sample.importInto(application);

        run(GenerateTripsJob.class);

        assertThat(departures(sample))
                .containsExactly(
                        LocalDateTime.parse("2026-11-26T07:30"),
                        LocalDateTime.parse("2026-12-01T09:15"),
                        LocalDateTime.parse("2026-12-08T07:30"));
    }

    @Test
    void makesNoTripTwice() {
        var sample = imported("07:30,1234567,2026-01-01,");
        run(GenerateTripsJob.class);
        run(GenerateTripsJob.class);
        assertThat(departures(sample)).hasSize(29);

        clock.advance(Duration.ofDays(1));
        run(GenerateTripsJob.class);
        assertThat(departures(sample)).hasSize(30);
    }

    @Test
    void leavesTripsAloneWhenTheScheduleChanges() {
        var sample = imported("07:30,1234567,2026-01-01,");
        run(GenerateTripsJob.class);

        sample.without("schedules")
                .line("schedules", "@S,@OP,@R,@BUS,08:00,1234567,2026-01-01,")
                .importInto(application);
        clock.advance(Duration.ofDays(1));
        run(GenerateTripsJob.class);

        assertThat(departures(sample))
                .startsWith(MONDAY.plusDays(1).atTime(7, 30))
                .endsWith(MONDAY.plusDays(30).atTime(8, 0));
    }

    @Test
    void sellsNothingWithoutFares() {
        var sample =
                SampleCatalogue.withRoad()
                        .without("tariffs")
                        .line("schedules", "@S,@OP,@R,@BUS,07:30,1234567,2026-01-01,");
        sample.importInto(application);

        run(GenerateTripsJob.class);

        assertThat(departures(sample)).isEmpty();
    }

    private SampleCatalogue imported(String times) {
        var sample = sample(times);
        sample.importInto(application);
        return sample;
    }

    private static SampleCatalogue sample(String times) {
        return SampleCatalogue.withRoad().line("schedules", "@S,@OP,@R,@BUS," + times);
    }

    private List<LocalDateTime> departures(SampleCatalogue sample) {
        return database.sql(
                        """
                        select t.departs_at from trip t join operator o on o.id = t.operator_id
                        where o.code = :code order by t.departs_at
                        """)
                .param("code", sample.code("@OP"))
                .query((row, _) -> VietnamTime.at(SqlTime.instant(row, "departs_at")))
                .list();
    }
}
