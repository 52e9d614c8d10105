package vn.busticket.notifications;

/** The way a message takes to a person. */
public enum Channel {
    /** To the e-mail address. */
    EMAIL,
    /** To the phone, as a short text. */
    SMS
}
