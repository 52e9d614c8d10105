package vn.busticket.testing;

import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import vn.busticket.Application;

/**
 * A test against the whole application on a real PostgreSQL: one context for all such tests, jobs
 * run only when a test says so, and the clock is the test's. Data stays between tests, so each
 * makes its own.
 */
@SpringBootTest(classes = Application.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(TestWorld.class)
@ActiveProfiles("test")
public abstract class ApplicationTest {

    private static final JobExecutionContext NO_CONTEXT =
            (JobExecutionContext)
                    Proxy.newProxyInstance(
                            JobExecutionContext.class.getClassLoader(),
                            new Class<?>[] {JobExecutionContext.class},
                            (proxy, method, arguments) -> {
                                throw new UnsupportedOperationException(
                                        "Jobs here do not ask the scheduler for anything");
                            });

    @Autowired protected SettableClock clock;
    @Autowired protected JdbcClient database;
    @Autowired private AutowireCapableBeanFactory beans;
    @LocalServerPort protected int port;

    @BeforeEach
    void beginAtTheSameInstant() {
        clock.set(SettableClock.START);
        forgetWhatWaitsForALaterTime();
    }

    /** What may be sent or asked how soon is measured by the clock, which has just gone back. */
    private void forgetWhatWaitsForALaterTime() {
        for (var table : List.of("gateway_pause", "message_channel")) {
            database.sql(
                            "update "
                                    + table
                                    + " set permits = 0, refilled_at = timestamptz 'epoch', failures = 0,"
                                    + " opened_at = null, paused_until = null")
                    .update();
        }
    }

    /** Runs a job once, now, on this thread. */
    protected void run(Class<? extends Job> job) {
        try {
            beans.createBean(job).execute(NO_CONTEXT);
        } catch (JobExecutionException failed) {
            throw new AssertionError(job.getSimpleName() + " failed", failed);
        }
    }

    /** The address of the running application. */
    protected String address() {
        return "http://localhost:" + port;
    }
}
