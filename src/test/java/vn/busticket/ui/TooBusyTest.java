package vn.busticket.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.servlet.RequestDispatcher;
import java.io.EOFException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import vn.busticket.shared.Language;
import vn.busticket.testing.ApplicationTest;
import vn.busticket.testing.RawBrowser;

/** Without a free connection people are asked to come back, calmly; no defect is reported. */
@Tag("P10.3")
class TooBusyTest extends ApplicationTest {

    private static final long SHORT_MILLIS = 300;

    @Autowired private HikariDataSource pool;

    @Test
    void aScreenWithoutAFreeConnectionSaysSoCalmly() throws Exception {
        var screen = new RawBrowser(address(), "vi").open("/login");
        var patience = pool.getConnectionTimeout();
        var taken = new ArrayList<Connection>();
        try {
            pool.setConnectionTimeout(SHORT_MILLIS);
            takeAll(taken);
            assertThat(screen.navigate("payment/nobody-knows-this-token", "").told())
                    .contains(Messages.text(Language.VI, "ui.busy.headline"))
                    .doesNotContain(Messages.text(Language.VI, "ui.error.headline"));
        } finally {
            giveBack(taken);
            pool.setConnectionTimeout(patience);
        }
    }

    @Test
    void whereNoScreenCanBeShownTheAnswerIs503AndWhenToComeBack() throws Exception {
        var request = new MockHttpServletRequest("GET", "/error");
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, 500);
        request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/bookings");
        request.setAttribute(
                RequestDispatcher.ERROR_EXCEPTION,
                new IllegalStateException(new SQLTransientConnectionException("timeout")));
        var answer = new MockHttpServletResponse();
        new ErrorAnswer().answer(request, answer);
        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getHeader("Retry-After")).isEqualTo("5");
        assertThat(answer.getContentAsString())
                .contains(Messages.text(Language.VI, "ui.busy.headline"))
                .doesNotContain("timeout");
    }

    @Test
    void tellsABusyDatabaseAndAClientThatLeftFromADefect() {
        assertThat(FailureKind.of(new IllegalStateException(new ClientAbortException("gone"))))
                .isEqualTo(FailureKind.CLIENT_GONE);
        assertThat(FailureKind.of(new RuntimeException(new EOFException())))
                .isEqualTo(FailureKind.CLIENT_GONE);
        assertThat(
                        FailureKind.of(
                                new CannotGetJdbcConnectionException(
                                        "none", new SQLTransientConnectionException("timeout"))))
                .isEqualTo(FailureKind.TOO_BUSY);
        assertThat(FailureKind.of(new IllegalStateException(new IOException("disk"))))
                .isEqualTo(FailureKind.DEFECT);
        assertThat(FailureKind.of(null)).isEqualTo(FailureKind.DEFECT);
    }

    private void takeAll(List<Connection> taken) {
        while (true) {
            try {
                taken.add(pool.getConnection());
            } catch (SQLException noneLeft) {
                return;
            }
        }
    }

    private static void giveBack(List<Connection> taken) throws SQLException {
        for (var connection : taken) {
            connection.close();
        }
    }
}
