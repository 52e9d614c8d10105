package vn.busticket.scheduling;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/** Shows on every node how late each job of the cluster is, and which the scheduler gave up. */
@Component
class JobGauges {

    private static final Duration FRESH = Duration.ofSeconds(10);

    private final SharedReading<Map<String, JobStanding>> standings;

    JobGauges(JobQueries queries, List<RecurringJob> jobs, MeterRegistry meters, Clock clock) {
        this.standings =
                new SharedReading<>(
                        "jobs",
                        FRESH,
                        () ->
                                queries.all().stream()
                                        .collect(
                                                toUnmodifiableMap(
                                                        JobStanding::job, Function.identity())),
                        Map.of());
        for (var job : jobs) {
            var name = job.key().getName();
            Gauge.builder(
                            "busticket.jobs.lateness",
                            () ->
                                    value(
                                            name,
                                            standing ->
                                                    standing.lateness(clock.instant()).toMillis()
                                                            / 1_000.0))
                    .description("How long the job should have begun already")
                    .baseUnit("seconds")
                    .tag("name", name)
                    .register(meters);
            Gauge.builder(
                            "busticket.jobs.broken",
                            () -> value(name, standing -> standing.isBroken() ? 1 : 0))
                    .description("1 if the scheduler has given the job up")
                    .tag("name", name)
                    .register(meters);
        }
    }

    private double value(String job, ToDoubleFunction<JobStanding> figure) {
        var standing = standings.get().get(job);
        return standing == null ? Double.NaN : figure.applyAsDouble(standing);
    }
}
