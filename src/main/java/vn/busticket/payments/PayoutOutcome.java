package vn.busticket.payments;

/** How a payout has ended. */
enum PayoutOutcome {
    /** It was paid. */
    SUCCEEDED,
    /** The gateway says that it was not paid, or sent back. */
    FAILED,
    /**
     * Two people say that it was not paid, because the gateway did not tell; it is sent no more.
     */
    CLOSED
}
