package vn.busticket.payments;

/** Who told the account that a refund goes to. */
public enum AccountSource {
    /** The bank transfer came from it. */
    TRANSACTION,
    /** The passenger, by the link that they were sent. */
    PASSENGER,
    /** Staff, for example on the phone. */
    STAFF
}
