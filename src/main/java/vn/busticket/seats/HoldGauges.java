package vn.busticket.seats;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.busticket.scheduling.SharedReading;
import vn.busticket.shared.SqlTime;

/** Shows on every node how many holds there are, and how many wait to be tidied away. */
@Component
class HoldGauges {

    private static final Duration FRESH = Duration.ofSeconds(10);

    private final JdbcClient database;
    private final Clock clock;

    private record Figures(double choosing, double paying, double overdue) {

        static final Figures UNKNOWN = new Figures(Double.NaN, Double.NaN, Double.NaN);
    }

    HoldGauges(JdbcClient database, MeterRegistry meters, Clock clock) {
        this.database = database;
        this.clock = clock;
        var figures = new SharedReading<>("holds", FRESH, this::read, Figures.UNKNOWN);
        gauge("choosing", figures, Figures::choosing, meters);
        gauge("paying", figures, Figures::paying, meters);
        gauge("overdue", figures, Figures::overdue, meters);
    }

    private static void gauge(
            String stage,
            SharedReading<Figures> figures,
            ToDoubleFunction<Figures> figure,
            MeterRegistry meters) {
        Gauge.builder("busticket.holds.open", () -> figure.applyAsDouble(figures.get()))
                .description("Holds by stage; overdue ones are free already and wait to be tidied")
                .tag("stage", stage)
                .register(meters);
    }

    private Figures read() {
        return database.sql(
                        """
                        select count(*) filter (where held_until > :now and placed_at is null) as choosing,
                               count(*) filter (where held_until > :now and placed_at is not null) as paying,
                               count(*) filter (where held_until <= :now) as overdue
                          from seat_hold
                         where sold_at is null and released_at is null
                        """)
                .param("now", SqlTime.of(clock.instant()))
                .query((row, number) ->
                        new Figures(
                                row.getLong("choosing"),
                                row.getLong("paying"),
                                row.getLong("overdue")))
                .single();
    }
}
