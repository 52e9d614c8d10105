package vn.busticket.payments;

import java.time.Instant;
import vn.busticket.shared.Vnd;

/**
 * One movement of money as staff see it.
 *
 * @param reference the bank's number of the transfer whose money moved
 * @param reason why, in a word or two
 */
public record LedgerRow(
        Instant at,
        String reference,
        Ledger.Place from,
        Ledger.Place to,
        Vnd amount,
        String reason) {}
