/**
 * PayOS: the one payment gateway so far, and the door through which it calls us.
 *
 * <p>Ask it through: {@link vn.busticket.payments.PaymentGateway}, which it implements. It tells
 * nothing itself: what comes in goes to {@link vn.busticket.payments.IncomingTransfers}. It hears
 * {@code POST /api/v1/payments/webhook}. Owns no table and no job.
 *
 * <p>Why so: everything that is peculiar to PayOS (signature, codes, the SDK's exceptions) ends
 * here. Webhooks are verified over the data as received and not by the SDK, whose fixed list of
 * fields fails with every new one. The price is a signature of our own, tested against the SDK's.
 * So many are let in at once as are answered soon; the others are asked to come again, at the price
 * of a payment that is told later, by PayOS or by our own question.
 */
@NullMarked
package vn.busticket.payments.payos;

import org.jspecify.annotations.NullMarked;
