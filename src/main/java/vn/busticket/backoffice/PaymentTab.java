package vn.busticket.backoffice;

/** The pages about money. */
enum PaymentTab {
    /** Attempts to pay. */
    ATTEMPTS(MoneyAddresses.ATTEMPTS),
    /** Bank transfers. */
    TRANSFERS(MoneyAddresses.TRANSFERS);

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
