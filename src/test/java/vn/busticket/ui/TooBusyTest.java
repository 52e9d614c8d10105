package vn.busticket.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
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
import vn.busticket.testing.ApplicationTest;

/** Without a free connection people are asked to come back, calmly; no defect is reported. */
@Tag("P10.3")
class TooBusyTest extends ApplicationTest {

    private static final long SHORT_MILLIS = 300;

    @Autowired private HikariDataSource pool;

    @Test
    void aPageWithoutAFreeConnectionAnswers503AndWhenToComeBack() throws Exception {
        var patience = pool.getConnectionTimeout();
        var taken = new ArrayList<Connection>();
        try {
            pool.setConnectionTimeout(SHORT_MILLIS);
            takeAll(taken);
            var answer = get("/payment/nobody-knows-this-token");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
            assertThat(answer.body()).doesNotContain("Exception").doesNotContain("Hikari");
        } finally {
            giveBack(taken);
            pool.setConnectionTimeout(patience);
        }
        assertThat(get("/payment/nobody-knows-this-token").statusCode()).isEqualTo(200);
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

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(address() + path))
                            .header("Accept", "text/html")
                            .build(),
                    BodyHandlers.ofString());
        }
    }
}
