package vn.busticket.payments;

/**
 * What became of a transfer that was handed in to be recorded.
 *
 * @param isNew false if it had been recorded before
 * @param isSettled true if the decision about it is made already
 */
public record Recorded(BankTransactionId transaction, boolean isNew, boolean isSettled) {}
