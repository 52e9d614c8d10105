package vn.busticket.accounts;

/** What a person may be told about, as the profile lists it. */
public enum MessageTopic {
    /** The seats are paid for; the e-mail is the ticket. */
    CONFIRMATION(true, true),
    /** The money has arrived; a document of the payment. */
    RECEIPT(true, false),
    /** The operator moved the trip or called it off. */
    TRIP_DISRUPTED(true, true),
    /** A payment was short or late. */
    PAYMENT_PROBLEM(true, true),
    /** The booking was changed or called off. */
    BOOKING_CHANGED(true, false),
    /** The coach leaves soon. */
    REMINDER(false, true),
    /** Money goes back; being asked for an account is not part of it. */
    REFUND(false, false),
    /** The time to pay ran out. */
    EXPIRY(false, false),
    /** Signing in and the password. */
    ACCOUNT(true, false);

    private final boolean alwaysByEmail;
    private final boolean alsoBySms;

    MessageTopic(boolean alwaysByEmail, boolean alsoBySms) {
        this.alwaysByEmail = alwaysByEmail;
        this.alsoBySms = alsoBySms;
    }

    /** True if nobody can turn the e-mail off. */
    public boolean isAlwaysByEmail() {
        return alwaysByEmail;
    }

    /** True if it is pressing enough for a text to the phone. */
    public boolean isAlsoBySms() {
        return alsoBySms;
    }
}
