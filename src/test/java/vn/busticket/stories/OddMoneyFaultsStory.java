package vn.busticket.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.busticket.testing.WaitingBookings;

/**
 * Money that is not what was asked for, or not when, comes to a process of the packaged application
 * that is killed again and again: it all ends where it belongs.
 */
@ExtendWith(FaultReport.class)
@Tag("faults")
@Tag("P3.5")
@Tag("P3.7")
class OddMoneyFaultsStory {

    private static final int OF_EACH = 40;
    private static final int SURPLUS_VND = 10_000;
    private static final Duration LOAD = Duration.ofSeconds(25);
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Random random = new Random(20_261_127);

    @Test
    void killedWhileMoneyComesLateInPartsTwiceAndTooMuch() throws Exception {
        try (var site = FaultSite.open(1)) {
            var payos = site.payos();
            var now = Clock.systemUTC().instant();
            var late = site.orders(OF_EACH, now.minus(WaitingBookings.TIME_TO_PAY.plusMinutes(5)));
            Mailbox.waitUntil(() -> site.times("EXPIRED") == OF_EACH, PATIENCE);
            assertThat(site.times("EXPIRED")).isEqualTo(OF_EACH);

            var payments = new ArrayList<Runnable>();
            late.forEach(order -> payments.add(() -> payos.payLate(order)));
            for (var order : site.orders(OF_EACH)) {
                payments.add(() -> {
                    var first = payos.payShort(order);
                    payos.transfer(order, WaitingBookings.PRICE_VND - first.amount());
                });
            }
            site.orders(OF_EACH).forEach(order -> payments.add(() -> payos.payTwice(order)));
            site.orders(OF_EACH)
                    .forEach(order -> payments.add(() -> payos.payOver(order, SURPLUS_VND)));
            Collections.shuffle(payments, random);

            var paying = site.spread(payments, LOAD);
            for (var death = 0; death < 3; death++) {
                Thread.sleep(1_000 + random.nextInt(4_000));
                site.killAndStartAgain(0);
            }
            paying.get();
            site.assertEveryPaymentBoughtItsSeat();

            assertThat(site.times("CONFIRMED_LATE")).isEqualTo(OF_EACH);
            assertThat(balance(site, "ALLOCATED"))
                    .isEqualTo(4L * OF_EACH * WaitingBookings.PRICE_VND);
            assertThat(balance(site, "DUE_FOR_REFUND"))
                    .isEqualTo(OF_EACH * (WaitingBookings.PRICE_VND + SURPLUS_VND));
            assertThat(balance(site, "UNALLOCATED")).isZero();
            new Aftermath(site.surroundings()).awaitMessages();
        }
    }

    /** What lies in that place of the ledger, in đồng. */
    private static long balance(FaultSite site, String place) {
        return site.database()
                .sql(
                        """
                        select coalesce(sum(case when to_place = :place then amount_vnd else -amount_vnd end), 0)
                          from ledger_entry
                         where :place in (from_place, to_place)
                        """)
                .param("place", place)
                .query(Long.class)
                .single();
    }
}
