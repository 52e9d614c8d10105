package vn.busticket.backoffice;

/** The pages about messages. */
enum MessageTab {
    /** What waits to be sent. */
    QUEUE("admin/notifications"),
    /** What was sent, or not. */
    LOG("admin/notifications/log"),
    /** What was refused or given up and needs somebody. */
    GIVE_UPS("admin/notifications/give-ups"),
    /** Addresses that mail comes back from. */
    SUPPRESSIONS(SuppressionsView.ADDRESS),
    /** Every message with sample data. */
    TEMPLATES(LetterAddress.PATH);

    private final String address;

    MessageTab(String address) {
        this.address = address;
    }

    String address() {
        return address;
    }

    String messageKey() {
        return "desk.messages.tab." + name();
    }
}
