package vn.busticket.backoffice;

/** The pages about money. */
enum PaymentTab {
    /** Attempts to pay. */
    ATTEMPTS(MoneyAddresses.ATTEMPTS),
    /** Bank transfers. */
    TRANSFERS(MoneyAddresses.TRANSFERS),
    /** What a person has to decide. */
    EXCEPTIONS(MoneyAddresses.EXCEPTIONS),
    /** Money that goes back. */
    REFUNDS(MoneyAddresses.REFUNDS),
    /** Bookings, ledger and gateway compared. */
    RECONCILIATION(MoneyAddresses.RECONCILIATION),
    /** The gateway's way to reach us. */
    WEBHOOK(MoneyAddresses.WEBHOOK);

    private final String address;

    PaymentTab(String address) {
        this.address = address;
    }

    String address() {
        return address;
    }

    String messageKey() {
        return "desk.tab." + name();
    }
}
