package vn.busticket.payments;

/** Which transfers staff want to see. */
public enum TransactionFilter {
    /** All of them. */
    ALL,
    /** Those about which nothing is decided yet. */
    UNSETTLED,
    /** Those with money that nobody has allocated or returned. */
    UNALLOCATED
}
