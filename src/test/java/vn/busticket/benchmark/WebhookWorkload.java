package vn.busticket.benchmark;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.busticket.sandbox.PayosSandbox;
import vn.busticket.testing.WaitingBookings;

/** Orders that wait for their money, and the webhooks that bring it. */
final class WebhookWorkload {

    private final JdbcClient database;
    private final Clock clock;
    private final PayosSandbox payos;
    private final WaitingBookings bookings;
    private final String references = "BENCHMARK-" + UUID.randomUUID() + "-";
    private long number;

    WebhookWorkload(JdbcClient database, Clock clock, PayosSandbox payos) {
        this.database = database;
        this.clock = clock;
        this.payos = payos;
        this.bookings = new WaitingBookings(database);
    }

    /** That many orders, a multiple of forty. */
    List<Long> orders(int count) {
        return bookings.orders(count, clock.instant());
    }

    /** A webhook that pays an order in full. */
    byte[] paymentOf(long orderCode) {
        var data = PayosSandbox.sampleWebhookData();
        data.put("orderCode", orderCode);
        data.put("amount", WaitingBookings.PRICE_VND);
        data.put("reference", references + number++);
        data.put("description", "VE XE");
        return payos.signedWebhook(data);
    }

    /** How many bookings are confirmed. */
    long confirmed() {
        return database.sql("select count(*) from booking where state = 'CONFIRMED'")
                .query(Long.class)
                .single();
    }

    /** How many rows there are of all that a confirmation writes. */
    long rows() {
        return database.sql(
                        """
                        select (select count(*) from bank_transaction) + (select count(*) from ledger_entry)
                             + (select count(*) from booking_history) + (select count(*) from notification)
                             + (select count(*) from ticket)
                        """)
                .query(Long.class)
                .single();
    }
}
