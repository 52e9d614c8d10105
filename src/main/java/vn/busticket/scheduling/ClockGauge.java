package vn.busticket.scheduling;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/**
 * Shows by how much the node's machine is corrected. Every room goes by PostgreSQL's time, but
 * Quartz plans its runs by the machine's: somebody should set its clock.
 */
@Component
class ClockGauge {

    private static final double MILLIS = 1_000.0;

    private final InstantSource machine = InstantSource.system();

    ClockGauge(Clock clock, MeterRegistry meters) {
        Gauge.builder(
                        "busticket.clock.correction",
                        () ->
                                Duration.between(machine.instant(), clock.instant()).toMillis()
                                        / MILLIS)
                .description("How much later it is than the machine shows")
                .baseUnit("seconds")
                .register(meters);
    }
}
