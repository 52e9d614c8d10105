package vn.busticket.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.busticket.testing.ApplicationTest;
import vn.busticket.testing.RawBrowser;

/** All screens share one address and answer 200: they are told apart and their failures seen. */
@Tag("P10.1")
class UiMetricsTest extends ApplicationTest {

    private static final long SHORT_MILLIS = 300;

    @Autowired private MeterRegistry meters;
    @Autowired private HikariDataSource pool;

    @Test
    void tellsScreensAndActionsApart() {
        var opened = timed("FindBookingView", "OPEN");
        var pages = timed("FindBookingView", "PAGE");
        var acts = timed("FindBookingView", "ACT");
        var starts = timed(UiMetrics.NO_VIEW, "START");

        var screen = new RawBrowser(address(), "en").open("/bookings/find");
        awaitTimed("FindBookingView", "OPEN", opened + 1);
        awaitTimed("FindBookingView", "PAGE", pages + 1);
        awaitTimed(UiMetrics.NO_VIEW, "START", starts + 1);

        screen.listen();
        awaitTimed("FindBookingView", "ACT", acts + 1);
    }

    @Test
    void countsADefectWhoseAnswerIs200() {
        var screen = new RawBrowser(address(), "en").open("/bookings/find");
        var before = errors("FindBookingView", FailureKind.DEFECT);
        screen.babble();
        assertThat(errors("FindBookingView", FailureKind.DEFECT)).isEqualTo(before + 1);
    }

    @Test
    void countsAScreenThatCouldNotBeOpened() throws SQLException {
        var screen = new RawBrowser(address(), "en").open("/login");
        var before = errors("PaymentView", FailureKind.TOO_BUSY);
        var patience = pool.getConnectionTimeout();
        var taken = new ArrayList<Connection>();
        try {
            pool.setConnectionTimeout(SHORT_MILLIS);
            takeAll(taken);
            screen.navigate("payment/nobody-knows-this-token", "");
        } finally {
            for (var connection : taken) {
                connection.close();
            }
            pool.setConnectionTimeout(patience);
        }
        assertThat(errors("PaymentView", FailureKind.TOO_BUSY)).isEqualTo(before + 1);
    }

    @Test
    void everyScreenShowsItsErrorsBeforeTheFirst() {
        new RawBrowser(address(), "en").get("/");
        for (var kind : List.of(FailureKind.DEFECT, FailureKind.TOO_BUSY)) {
            assertThat(
                            meters.find("busticket.ui.errors")
                                    .tags("view", "HomeView", "kind", kind.name())
                                    .counter())
                    .isNotNull();
        }
    }

    @Test
    void countsBrowsersAndTabs() {
        var sessions = meters.get("busticket.ui.sessions").gauge().value();
        var tabs = meters.get("busticket.ui.tabs").gauge().value();
        var browser = new RawBrowser(address(), "en");
        browser.open("/");
        browser.open("/bookings/find");
        assertThat(meters.get("busticket.ui.sessions").gauge().value()).isEqualTo(sessions + 1);
        assertThat(meters.get("busticket.ui.tabs").gauge().value()).isEqualTo(tabs + 2);
    }

    private void takeAll(List<Connection> taken) throws SQLException {
        for (var number = 0; number < pool.getMaximumPoolSize(); number++) {
            taken.add(pool.getConnection());
        }
    }

    /** The answer is with the browser before its time is noted. */
    private void awaitTimed(String view, String action, long count) {
        await().atMost(10, TimeUnit.SECONDS).until(() -> timed(view, action) == count);
    }

    private long timed(String view, String action) {
        var timer = meters.find("busticket.ui").tags("view", view, "action", action).timer();
        return timer == null ? 0 : timer.count();
    }

    private double errors(String view, FailureKind kind) {
        return meters.get("busticket.ui.errors")
                .tags("view", view, "kind", kind.name())
                .counter()
                .count();
    }
}
