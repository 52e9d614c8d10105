package vn.busticket.payments;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.busticket.accounts.AccountId;
import vn.busticket.payments.GatewayTransaction.Payer;
import vn.busticket.payments.GatewayTransaction.Source;
import vn.busticket.payments.Ledger.Place;
import vn.busticket.sandbox.SandboxPayout;
import vn.busticket.shared.Vnd;

/** A test of money that goes back: the sandbox' payouts over HTTP, real PostgreSQL. */
abstract class RefundsTest extends PaymentsTest {

    static final AccountId CLERK = new AccountId(9_001);
    static final AccountId CHIEF = new AccountId(9_002);
    static final String NUMBER = "0071001234567";
    static final BankAccount ACCOUNT = new BankAccount("970436", NUMBER, "NGUYEN VAN AN");
    static final Vnd SMALL = new Vnd(150_000);
    static final Vnd LARGE = new Vnd(2_000_000);

    private static final AtomicLong TRANSFERS = new AtomicLong();

    @Autowired RefundService service;
    @Autowired RefundDesk desk;
    @Autowired RefundQueries refunds;
    @Autowired PaymentService payments;
    @Autowired TransactionTemplate transaction;

    @BeforeEach
    void forgetEarlierRefunds() {
        run(SendRefundsJob.class);
        database.sql("update refund_payout set next_check_at = null").update();
        database.sql("delete from gateway_pause where gateway like '% payouts'").update();
        SANDBOX.reset();
        SANDBOX.setWebhookUrl(webhookAddress());
    }

    BankTransactionId arrived(Vnd amount, @Nullable BankAccount payer) {
        var account =
                payer == null
                        ? new Payer(null, null, null, null)
                        : new Payer(payer.bankBin(), null, payer.holder(), payer.number());
        return payments.record(
                        new GatewayTransaction(
                                "payos",
                                "REFUND-" + TRANSFERS.incrementAndGet() + "-" + System.nanoTime(),
                                55,
                                amount,
                                clock.instant(),
                                null,
                                null,
                                account,
                                Source.CHECK))
                .transaction();
    }

    /** A refund of money whose payer's account the banks told. */
    RefundId opened(Vnd amount) {
        return open(arrived(amount, ACCOUNT), amount);
    }

    RefundId open(BankTransactionId money, Vnd amount) {
        return transaction.execute(status ->
                service.open(money, somethingToPay(), amount, RefundReason.PAID_TOO_MUCH));
    }

    /** A refund that is agreed and was sent through the gateway. */
    RefundId sent(Vnd amount) {
        var refund = opened(amount);
        desk.approve(refund, CLERK);
        run(SendRefundsJob.class);
        return refund;
    }

    RefundState state(RefundId refund) {
        return refunds.find(refund).orElseThrow().state();
    }

    RefundDetails details(RefundId refund) {
        return refunds.details(refund).orElseThrow();
    }

    SandboxPayout payout(RefundId refund) {
        return SANDBOX.payouts().of(details(refund).sendings().getLast().reference());
    }

    /** Lets time pass and asks the gateway about what is on its way. */
    void check(Duration time) {
        pass(time);
        run(CheckRefundsJob.class);
    }

    /** Where the money of a refund's transfer is, the payer left out. */
    List<Vnd> money(RefundId refund) {
        var transfer = details(refund).row().transaction();
        return List.of(
                ledger.balance(transfer, Place.UNALLOCATED),
                ledger.balance(transfer, Place.ALLOCATED),
                ledger.balance(transfer, Place.DUE_FOR_REFUND),
                ledger.balance(transfer, Place.IN_REFUND),
                ledger.balance(transfer, Place.REFUNDED));
    }

    static List<Vnd> allDue(Vnd amount) {
        return List.of(Vnd.ZERO, Vnd.ZERO, amount, Vnd.ZERO, Vnd.ZERO);
    }

    static List<Vnd> allInRefund(Vnd amount) {
        return List.of(Vnd.ZERO, Vnd.ZERO, Vnd.ZERO, amount, Vnd.ZERO);
    }

    static List<Vnd> allRefunded(Vnd amount) {
        return List.of(Vnd.ZERO, Vnd.ZERO, Vnd.ZERO, Vnd.ZERO, amount);
    }
}
