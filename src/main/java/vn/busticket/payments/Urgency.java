package vn.busticket.payments;

/** How much of the cluster's call budget a call to a gateway may use. */
enum Urgency {
    /** Somebody waits: may overdraw what later calls of the jobs then lack. */
    NOW,
    /** A job asks: takes what is there. */
    WHEN_FREE,
    /** A comparison asks: leaves half of the budget to all others. */
    LAST
}
