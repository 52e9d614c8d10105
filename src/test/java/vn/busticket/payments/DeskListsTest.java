package vn.busticket.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.busticket.sandbox.Payer;
import vn.busticket.shared.Vnd;

/** What staff find in the lists about money, and what they do not see. */
@Tag("P8.3")
class DeskListsTest extends PaymentsTest {

    @Autowired private PaymentDeskQueries attemptsOfDesk;
    @Autowired private TransferDeskQueries transfersOfDesk;

    @Test
    void anAttemptIsFoundByItsBookingItsOrderCodeAndItsBankReference() {
        var payable = somethingToPay();
        var attempt = started(payable);
        started(somethingToPay());
        SANDBOX.transfer(attempt.orderCode(), PRICE.dong(), "ft26desk77", Payer.UNKNOWN);
        eventually(() -> stateOf(attempt) == AttemptState.PAID);

        var searches =
                List.of(
                        PaymentSearch.of(payable),
                        PaymentSearch.of(Long.toString(attempt.orderCode()), Optional.empty()),
                        PaymentSearch.of(" ft26desk77 ", Optional.empty()));
        for (var search : searches) {
            assertThat(found(search, null)).containsExactly(attempt.id());
            assertThat(attemptsOfDesk.countAttempts(search, null)).isEqualTo(1);
            assertThat(found(search, AttemptState.OPEN)).isEmpty();
            assertThat(transfers(search)).hasSize(1);
        }
        assertThat(found(PaymentSearch.of("nothing like it", Optional.empty()), null)).isEmpty();
    }

    @Test
    void theLargestAmountComesFirstIfAskedFor() {
        var small = view(attempts.start(wish(somethingToPay(), new Vnd(2_000))).token());
        var large = view(attempts.start(wish(somethingToPay(), new Vnd(900_000_000))).token());

        assertThat(first(MoneyOrder.LARGEST)).isEqualTo(large.id());
        assertThat(first(MoneyOrder.SMALLEST)).isEqualTo(small.id());
        assertThat(first(MoneyOrder.NEWEST)).isEqualTo(large.id());
    }

    @Test
    void aTransferSaysWhereItsMoneyIsAndHidesThePayersAccount() {
        var payable = somethingToPay();
        var attempt = started(payable);
        var payer = new Payer("970436", "Vietcombank", "NGUYEN VAN MAU", "0071001234567");
        SANDBOX.transfer(attempt.orderCode(), PRICE.dong() + 50_000, null, payer);
        eventually(() -> stateOf(attempt) == AttemptState.PAID);

        var transfer = transfers(PaymentSearch.of(payable)).getFirst();
        assertThat(transfer.payerAccount()).isEqualTo("•••4567");
        assertThat(transfer.payerBank()).isEqualTo("Vietcombank");
        assertThat(transfer.places().received()).isEqualTo(PRICE.plus(new Vnd(50_000)));
        assertThat(transfer.places().allocated())
                .isEqualTo(ledger.balance(payable, Ledger.Place.ALLOCATED));
        var moves = transfersOfDesk.ledger(payable);
        assertThat(moves.getFirst().from()).isEqualTo(Ledger.Place.PAYER);
        assertThat(moves).hasSameSizeAs(transfersOfDesk.ledger(transfer.id()));
    }

    private List<AttemptId> found(PaymentSearch search, @Nullable AttemptState state) {
        return attemptsOfDesk.attempts(search, state, MoneyOrder.NEWEST, 0, 10).stream()
                .map(AttemptRow::id)
                .toList();
    }

    private AttemptId first(MoneyOrder order) {
        return attemptsOfDesk.attempts(PaymentSearch.ALL, null, order, 0, 1).getFirst().id();
    }

    private List<TransactionRow> transfers(PaymentSearch search) {
        return transfersOfDesk.transfers(search, TransactionFilter.ALL, MoneyOrder.NEWEST, 0, 10);
    }
}
