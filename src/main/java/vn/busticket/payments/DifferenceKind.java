package vn.busticket.payments;

/** In what way our books and the gateway's, or our own among each other, can differ. */
public enum DifferenceKind {
    /** The gateway lists a transfer that we had not; it is recorded and settled with that. */
    MISSING_TRANSACTION,
    /** We have a transfer that the gateway does not list. */
    UNKNOWN_AT_GATEWAY,
    /** The same transfer or link has another amount or order code there. */
    AMOUNT_DIFFERS,
    /** A link can be paid there and has ended here, or the other way round. */
    STATE_DIFFERS,
    /** The gateway does not know a link that we have. */
    MISSING_AT_GATEWAY,
    /** The gateway could not be asked about an attempt or a payout. */
    NO_ANSWER,
    /** A payout has ended there and not here, or otherwise than here. */
    PAYOUT_STATE_DIFFERS,
    /** A payout has another amount or another account there. */
    PAYOUT_AMOUNT_DIFFERS,
    /** The gateway does not know a payout that it is said to have. */
    PAYOUT_MISSING,
    /** A refund was paid out there, and another way as well. */
    PAID_OUT_TWICE,
    /** A transfer is recorded and not decided about for longer than it may take. */
    NOT_SETTLED,
    /** A transfer is not entered in the ledger in full. */
    NOT_ENTERED,
    /** A place of the ledger has given more of a transfer than it had. */
    LEDGER_IMBALANCE,
    /** An attempt counts more or less than its transfers bring together. */
    RECEIVED_SUM_DIFFERS,
    /** What is paid for has received what is due and is not confirmed. */
    PAID_NOT_CONFIRMED,
    /** What is paid for is confirmed, and other than what is due is allocated to it. */
    CONFIRMED_NOT_PAID,
    /** Money is allocated to something that was given up. */
    MONEY_FOR_NOTHING
}
