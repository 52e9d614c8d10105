package vn.busticket.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The machine of the database is lost while money comes in: a copy takes over, or a backup is
 * restored, and every payment has bought its seat, those too that came after the backup.
 */
@ExtendWith(FaultReport.class)
@Tag("faults")
@Tag("P3.5")
@Tag("P10.3")
class LostDatabaseStory {

    private static final int ORDERS = 80;
    private static final int PART = 20;
    private static final String POINT = "last-archived";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Test
    void theDatabaseIsFailedOverToItsCopy() throws Exception {
        try (var first = DebianPostgres.create()) {
            first.start();
            first.sql("postgres", "create database shop");
            try (var second = DebianPostgres.copyOf(first)) {
                second.start();
                first.sql("postgres", "alter system set synchronous_standby_names = '*'");
                first.sql("postgres", "select pg_reload_conf()");
                try (var surroundings = new Surroundings(both(first, second));
                        var node = Node.start(surroundings, Map.of())) {
                    listenAt(surroundings, node);
                    var orders = WaitingOrders.make(surroundings, ORDERS);
                    pay(surroundings, orders.subList(0, ORDERS / 2));
                    first.cut();
                    pay(surroundings, orders.subList(ORDERS / 2, ORDERS));
                    second.promote();
                    new Aftermath(surroundings).assertEveryPaymentBoughtItsSeat();
                    assertThat(node.isReady()).isTrue();
                }
            }
        }
    }

    @Test
    void aBackupIsRestoredAndWhatWasPaidAfterItIsFoundAtTheGateway() throws Exception {
        try (var lost = DebianPostgres.create()) {
            var archive = lost.folder("archive");
            lost.set("archive_mode", "on");
            lost.set("archive_command", "cp %p " + archive + "/%f");
            lost.start();
            lost.sql("postgres", "create database shop");
            try (var surroundings = new Surroundings(at(lost.address()))) {
                List<Long> orders;
                DebianPostgres restored;
                try (var node = Node.start(surroundings, Map.of())) {
                    listenAt(surroundings, node);
                    orders = WaitingOrders.make(surroundings, ORDERS);
                    pay(surroundings, orders.subList(0, PART));
                    awaitConfirmed(surroundings, PART);
                    restored = DebianPostgres.copyOf(lost);
                    pay(surroundings, orders.subList(PART, 2 * PART));
                    awaitConfirmed(surroundings, 2 * PART);
                    lost.sql("shop", "select pg_create_restore_point('" + POINT + "')");
                    lost.sql("shop", "select pg_switch_wal()");
                    pay(surroundings, orders.subList(2 * PART, 3 * PART));
                    awaitConfirmed(surroundings, 3 * PART);
                }
                lost.cut();
                try (restored) {
                    restored.recoverAtStart();
                    restored.set("restore_command", "cp " + archive + "/%f %p");
                    restored.set("recovery_target_name", POINT);
                    restored.set("recovery_target_action", "promote");
                    restored.set("archive_mode", "off");
                    restored.start();
                    goOnWith(surroundings, at(restored.address()), orders);
                }
            }
        }
    }

    /** What was paid after the backup is not there; the application asks for it by itself. */
    private static void goOnWith(Surroundings before, String address, List<Long> orders)
            throws Exception {
        var surroundings = before.with(address);
        assertThat(confirmed(surroundings)).isEqualTo(2 * PART);
        try (var node = Node.start(surroundings, Map.of())) {
            listenAt(surroundings, node);
            pay(surroundings, orders.subList(3 * PART, ORDERS));
            new Aftermath(surroundings).assertEveryPaymentBoughtItsSeat();
            assertThat(confirmed(surroundings)).isEqualTo(ORDERS);
        }
    }

    private static void listenAt(Surroundings surroundings, Node node) {
        surroundings.payos().setWebhookUrl(node.address() + "/api/v1/payments/webhook");
    }

    private static void pay(Surroundings surroundings, List<Long> orders) {
        orders.forEach(order -> surroundings.payos().pay(order));
    }

    private static void awaitConfirmed(Surroundings surroundings, int count)
            throws InterruptedException {
        Mailbox.waitUntil(() -> confirmed(surroundings) == count, PATIENCE);
        assertThat(confirmed(surroundings)).isEqualTo(count);
    }

    private static long confirmed(Surroundings surroundings) {
        return surroundings
                .database()
                .sql("select count(*) from booking where state = 'CONFIRMED'")
                .query(Long.class)
                .single();
    }

    /** The driver looks for the one of the two that is written to. */
    private static String both(DebianPostgres first, DebianPostgres second) {
        return at(first.address() + "," + second.address()) + "?targetServerType=primary";
    }

    private static String at(String addresses) {
        return "jdbc:postgresql://" + addresses + "/shop";
    }
}
