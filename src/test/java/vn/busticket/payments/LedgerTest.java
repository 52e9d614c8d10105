package vn.busticket.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.busticket.payments.GatewayTransaction.Payer;
import vn.busticket.payments.GatewayTransaction.Source;
import vn.busticket.payments.Ledger.Place;
import vn.busticket.shared.SqlTime;
import vn.busticket.shared.Vnd;

/** Every đồng is in exactly one place, and its way there stays written. */
@Tag("P3.9")
class LedgerTest extends PaymentsTest {

    private static final PayableId PAYABLE = new PayableId(9);

    @Autowired private PaymentService payments;
    @Autowired private TransactionTemplate transaction;

    @Test
    @Tag("P3.7")
    void whatArrivesIsUnallocatedUntilSomebodySaysWhatFor() {
        var money = arrived("LEDGER-1", 100_000);
        assertThat(ledger.balance(money, Place.UNALLOCATED)).isEqualTo(new Vnd(100_000));
        transaction.executeWithoutResult(status -> {
            ledger.allocate(money, PAYABLE, new Vnd(60_000));
            ledger.move(
                    money,
                    PAYABLE,
                    Place.UNALLOCATED,
                    Place.DUE_FOR_REFUND,
                    new Vnd(30_000),
                    "overpaid");
        });
        assertThat(ledger.balance(money, Place.UNALLOCATED)).isEqualTo(new Vnd(10_000));
        assertThat(ledger.balance(money, Place.ALLOCATED)).isEqualTo(new Vnd(60_000));
        assertThat(ledger.balance(money, Place.DUE_FOR_REFUND)).isEqualTo(new Vnd(30_000));
        assertThat(ledger.balance(money, Place.PAYER)).isEqualTo(new Vnd(-100_000));
    }

    @Test
    void noPlaceGivesMoreThanItHolds() {
        var money = arrived("LEDGER-2", 100_000);
        assertThatThrownBy(() -> allocate(money, 100_001))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(ledger.balance(money, Place.UNALLOCATED)).isEqualTo(new Vnd(100_000));
    }

    @Test
    void manyAtOnceShareWhatIsThere() {
        var money = arrived("LEDGER-3", 100_000);
        var allowed =
                atOnce(
                        20,
                        () -> {
                            try {
                                allocate(money, 30_000);
                                return true;
                            } catch (DataIntegrityViolationException refused) {
                                return false;
                            }
                        });
        assertThat(allowed).filteredOn(yes -> yes).hasSize(3);
        assertThat(ledger.balance(money, Place.UNALLOCATED)).isEqualTo(new Vnd(10_000));
    }

    @Test
    void randomMovesKeepTheSum() {
        var random = new Random(7);
        for (var round = 0; round < 40; round++) {
            var money = arrived("LEDGER-R" + round, 1 + random.nextInt(1_000_000));
            for (var move = 0; move < 4; move++) {
                var amount = 1 + random.nextInt(600_000);
                try {
                    allocate(money, amount);
                } catch (DataIntegrityViolationException refused) {
                    assertThat(ledger.balance(money, Place.UNALLOCATED).dong()).isLessThan(amount);
                }
            }
            assertThat(ledger.balance(money, Place.UNALLOCATED).dong()).isNotNegative();
        }
        var sum = Vnd.ZERO;
        for (var place : Place.values()) {
            sum = sum.plus(ledger.balance(place));
        }
        assertThat(sum).isEqualTo(Vnd.ZERO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger_entry set amount_vnd = 1",
                "update ledger_entry set reason = reason",
                "delete from ledger_entry",
                "truncate ledger_entry"
            })
    void nothingWrittenIsChanged(String statement) {
        arrived("LEDGER-4", 5_000);
        assertThatThrownBy(() -> database.sql(statement).update())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("ledger_is_append_only");
    }

    @Test
    void aTransferArrivesOnce() {
        var first = payments.record(transfer("LEDGER-5", 5_000));
        var second = payments.record(transfer("LEDGER-5", 5_000));
        assertThat(first.isNew()).isTrue();
        assertThat(second.isNew()).isFalse();
        assertThat(second.transaction()).isEqualTo(first.transaction());
        assertThat(ledger.balance(first.transaction(), Place.UNALLOCATED))
                .isEqualTo(new Vnd(5_000));
    }

    @Test
    void theFirstWordAboutAReferenceStands() {
        var first = payments.record(transfer("LEDGER-6", 5_000));
        var second = payments.record(transfer("LEDGER-6", 9_000));
        assertThat(second.transaction()).isEqualTo(first.transaction());
        assertThat(ledger.balance(first.transaction(), Place.UNALLOCATED))
                .isEqualTo(new Vnd(5_000));
    }

    @Test
    void recordingSurvivesItsCallersRollback() {
        var recorded =
                transaction.execute(status -> {
                    status.setRollbackOnly();
                    return payments.record(transfer("LEDGER-7", 5_000));
                });
        assertThat(ledger.balance(recorded.transaction(), Place.UNALLOCATED))
                .isEqualTo(new Vnd(5_000));
    }

    @Test
    @Tag("P3.10")
    void aRefusalOfTheDatabaseQuotesNoRow() {
        assertThatThrownBy(() ->
                        database.sql(
                                        """
                                        insert into bank_transaction (gateway, reference, order_code,
                                               amount_vnd, currency, paid_at, payer_name, source,
                                               received_at)
                                        values ('payos', 'R', 1, -1, 'VND', :now, 'NGUYEN VAN A',
                                               'CHECK', :now)
                                        """)
                                .param("now", SqlTime.of(clock.instant()))
                                .update())
                .rootCause()
                .hasMessageContaining("transaction_amount_is_positive")
                .hasMessageNotContaining("NGUYEN VAN A");
    }

    private void allocate(BankTransactionId money, long amount) {
        transaction.executeWithoutResult(
                status -> ledger.allocate(money, PAYABLE, new Vnd(amount)));
    }

    private BankTransactionId arrived(String reference, long amount) {
        return payments.record(transfer(reference, amount)).transaction();
    }

    private GatewayTransaction transfer(String reference, long amount) {
        return new GatewayTransaction(
                "payos",
                reference,
                55,
                new Vnd(amount),
                clock.instant(),
                null,
                null,
                new Payer(null, null, null, null),
                Source.CHECK);
    }
}
