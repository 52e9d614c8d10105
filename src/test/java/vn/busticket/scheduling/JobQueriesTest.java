package vn.busticket.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.busticket.testing.ApplicationTest;

/** The scheduler's own table tells which job is late and which was given up. */
@Tag("P10.1")
class JobQueriesTest extends ApplicationTest {

    private static final String JOB = "ForgetOldLimitsJob";

    @Autowired private JobQueries jobs;
    @Autowired private List<RecurringJob> declared;
    private long nextMillis;

    @BeforeEach
    void remember() {
        nextMillis =
                database.sql("select next_fire_time from qrtz_triggers where trigger_name = :job")
                        .param("job", JOB)
                        .query(Long.class)
                        .single();
    }

    @AfterEach
    void putBack() {
        write(nextMillis, "WAITING");
    }

    @Test
    void knowsEveryJobThatIsDeclared() {
        assertThat(jobs.all())
                .extracting(JobStanding::job)
                .containsExactlyInAnyOrderElementsOf(
                        declared.stream().map(job -> job.key().getName()).toList());
    }

    @Test
    void aJobIsLateFromTheMomentWhenItShouldHaveBegun() {
        var now = clock.instant();
        write(now.minus(Duration.ofMinutes(7)).toEpochMilli(), "WAITING");
        assertThat(standing().lateness(now)).isEqualTo(Duration.ofMinutes(7));
        write(now.plus(Duration.ofMinutes(7)).toEpochMilli(), "WAITING");
        assertThat(standing().lateness(now)).isZero();
    }

    @Test
    void aJobThatTheSchedulerGaveUpIsBroken() {
        assertThat(standing().isBroken()).isFalse();
        write(nextMillis, "ERROR");
        assertThat(standing().isBroken()).isTrue();
    }

    private JobStanding standing() {
        return jobs.all().stream()
                .filter(standing -> standing.job().equals(JOB))
                .findFirst()
                .orElseThrow();
    }

    private void write(long next, String state) {
        database.sql(
                        """
                        update qrtz_triggers
                           set next_fire_time = :next, trigger_state = :state
                         where trigger_name = :job
                        """)
                .param("next", next)
                .param("state", state)
                .param("job", JOB)
                .update();
    }
}
