package vn.busticket.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever watches sees whose clock is wrong. */
@Tag("P10.1")
@Tag("P10.4")
class ClockGaugeTest {

    @ParameterizedTest
    @ValueSource(longs = {-300, 0, 300})
    void showsHowMuchLaterItIsThanTheMachineShows(long seconds) {
        var meters = new SimpleMeterRegistry();
        var unused =
                new ClockGauge(
                        Clock.offset(Clock.systemUTC(), Duration.ofSeconds(seconds)), meters);
        assertThat(meters.get("busticket.clock.correction").gauge().value())
                .isCloseTo(seconds, within(1.0));
    }
}
