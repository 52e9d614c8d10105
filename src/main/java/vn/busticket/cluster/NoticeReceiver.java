package vn.busticket.cluster;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Listens for other nodes' notices on a connection of its own, outside the pool, and connects again
 * after it was cut.
 */
@Component
class NoticeReceiver implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(NoticeReceiver.class);
    private static final int WAIT_MILLIS = 10_000;
    private static final Duration PAUSE_AFTER_CUT = Duration.ofSeconds(1);

    private final JdbcConnectionDetails database;
    private final ClusterNotices notices;
    private volatile boolean running;
    private volatile @Nullable Connection connection;

    NoticeReceiver(JdbcConnectionDetails database, ClusterNotices notices) {
        this.database = database;
        this.notices = notices;
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("notice-receiver").start(this::listenUntilStopped);
    }

    @Override
    public void stop() {
        running = false;
        var open = connection;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException alreadyCut) {
                log.debug("notice connection was cut before it was closed", alreadyCut);
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void listenUntilStopped() {
        while (running) {
            try (var open = connect()) {
                connection = open;
                notices.missedSome();
                listen(open.unwrap(PGConnection.class));
            } catch (SQLException cut) {
                pauseUnlessStopped(cut);
            }
        }
    }

    private Connection connect() throws SQLException {
        var open =
                DriverManager.getConnection(
                        database.getJdbcUrl(), database.getUsername(), database.getPassword());
        try (var statement = open.createStatement()) {
            statement.execute("listen " + ClusterNotices.CHANNEL);
        }
        return open;
    }

    private void listen(PGConnection open) throws SQLException {
        while (running) {
            var received = open.getNotifications(WAIT_MILLIS);
            if (received == null) {
                continue;
            }
            for (var notification : received) {
                notices.received(notification.getParameter());
            }
        }
    }

    private void pauseUnlessStopped(SQLException cut) {
        if (!running) {
            return;
        }
        log.warn("connection for notices was cut, connecting again sqlState={}", cut.getSQLState());
        try {
            Thread.sleep(PAUSE_AFTER_CUT);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}
