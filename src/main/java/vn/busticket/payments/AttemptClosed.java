package vn.busticket.payments;

/**
 * An attempt ended without money; told inside the transaction that closes it.
 *
 * @param state {@code CANCELLED}, {@code EXPIRED} or {@code FAILED}
 * @param reason the gateway's code, or {@code cancelled}, {@code expired}
 */
public record AttemptClosed(
        AttemptId attempt, PayableId payable, AttemptState state, String reason) {}
