/**
 * Money in and where it is: attempts to pay, bank transfers that arrived, the ledger.
 *
 * <p>Ask it through: {@link vn.busticket.payments.PaymentAttempts} (start, cancel, check), {@link
 * vn.busticket.payments.PaymentQueries} (read), {@link vn.busticket.payments.Ledger} (say where
 * money belongs), {@link vn.busticket.payments.PaymentService} (hand in a transfer). The seam to a
 * gateway is {@link vn.busticket.payments.PaymentGateway}.
 *
 * <p>It tells: {@link vn.busticket.payments.PaymentReceived}, {@link
 * vn.busticket.payments.AttemptClosed}, the notice "attempt" with the attempt's token. It hears
 * nothing. Owns: the tables {@code payment_attempt}, {@code bank_transaction}, {@code
 * ledger_entry}, {@code gateway_pause}, {@code gateway_webhook}, {@code reconciliation_run}, {@code
 * reconciliation_difference}, {@code money_figure}; the jobs {@code ReconcilePaymentsJob}, {@code
 * SettleTransactionsJob}, {@code ReconcileNightlyJob}, {@code ContinueReconciliationJob}, {@code
 * MeasureMoneyJob}.
 *
 * <p>Why so: money is recorded in a transaction of its own before anybody decides about it, so that
 * no failure of a decision can lose it. The price is a second transaction and a job that repeats
 * what failed. What is paid for is only a number here; whoever asked for the money listens and
 * allocates it.
 */
@ApplicationModule(allowedDependencies = {"shared", "accounts", "scheduling", "cluster"})
@NullMarked
package vn.busticket.payments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
