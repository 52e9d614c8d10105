package vn.busticket.tickets;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.busticket.shared.Vnd;

/**
 * One transfer that paid for a booking.
 *
 * @param at when the money arrived
 * @param amount how much arrived
 * @param payer bank and last digits of the payer's account, if the bank told
 * @param orderCode number of the payment order
 * @param bankReference the bank's reference of the transfer
 */
public record ReceiptPayment(
        Instant at, Vnd amount, @Nullable String payer, long orderCode, String bankReference) {}
