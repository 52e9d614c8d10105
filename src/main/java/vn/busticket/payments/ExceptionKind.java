package vn.busticket.payments;

/** Why a person has to look at a transfer. */
public enum ExceptionKind {
    /** Its order code is not ours; nobody knows what it is for. */
    UNKNOWN_ORDER,
    /** It is not in đồng; it is on record and not in the ledger. */
    WRONG_CURRENCY,
    /** Its bank reference came again with another amount or order code; the first word stands. */
    CONTRADICTION,
    /** The decision what it is for failed several times; it is still being tried. */
    DECISION_FAILED,
    /** A payout that staff had closed as not paid was paid besides another way. */
    PAID_OUT_TWICE
}
