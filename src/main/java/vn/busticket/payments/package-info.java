/**
 * Money in and out and where it is: attempts to pay, bank transfers that arrived, the ledger,
 * refunds.
 *
 * <p>Ask it through: {@link vn.busticket.payments.PaymentAttempts} (start, cancel, check), {@link
 * vn.busticket.payments.PaymentQueries} (read), {@link vn.busticket.payments.Ledger} (say where
 * money belongs), {@link vn.busticket.payments.PaymentService} (hand in a transfer), {@link
 * vn.busticket.payments.PaymentExceptions} (what staff decide about odd transfers), {@link
 * vn.busticket.payments.RefundService} (give money back), {@link vn.busticket.payments.RefundDesk}
 * (what staff do to refunds), {@link vn.busticket.payments.OverduePayouts} (what they say about
 * payouts whose end the gateway does not tell), {@link vn.busticket.payments.RefundQueries} (read
 * them), {@link vn.busticket.payments.PayerPrivacy} (tells and forgets who paid). The seam to a
 * gateway is {@link vn.busticket.payments.PaymentGateway}.
 *
 * <p>It tells: {@link vn.busticket.payments.PaymentReceived}, {@link
 * vn.busticket.payments.AttemptClosed}, {@link vn.busticket.payments.RefundOpened}, {@link
 * vn.busticket.payments.RefundNeedsAccount}, {@link vn.busticket.payments.RefundPaidOut}, {@link
 * vn.busticket.payments.RefundFailed}, the notices "attempt" and "refund" with a token. It hears
 * nothing. Owns: the tables {@code payment_attempt}, {@code bank_transaction}, {@code
 * ledger_entry}, {@code payment_exception}, {@code gateway_pause}, {@code gateway_webhook}, {@code
 * reconciliation_run}, {@code reconciliation_difference}, {@code money_figure}, {@code
 * refund_case}, {@code refund_approval}, {@code refund_event}, {@code refund_payout}, {@code
 * refund_payout_verdict}; the jobs {@code ReconcilePaymentsJob}, {@code SettleTransactionsJob},
 * {@code ReconcileNightlyJob}, {@code ContinueReconciliationJob}, {@code SendRefundsJob}, {@code
 * CheckRefundsJob}, {@code SealAgainJob}, {@code MeasureMoneyJob}.
 *
 * <p>Why so: money is recorded in a transaction of its own before anybody decides about it, so that
 * no failure of a decision can lose it. The price is a second transaction and a job that repeats
 * what failed. What is paid for is only a number here; whoever asked for the money listens and
 * allocates it, and may let it pay for something else afterwards. A refund is a case of its own for
 * each transfer, because a transfer is what a bank can be asked about; it is written down as sent
 * before the gateway is called, and never sent again before the gateway was asked. The price is
 * that a refund whose answer is lost waits, after a day for two people who find out what became of
 * it; one that they close is sent no more, and is asked about for days, so that a wrong word comes
 * to light.
 */
@ApplicationModule(allowedDependencies = {"shared", "accounts", "scheduling", "cluster"})
@NullMarked
package vn.busticket.payments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
