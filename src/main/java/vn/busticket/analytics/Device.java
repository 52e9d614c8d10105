package vn.busticket.analytics;

/** What somebody looked at the shop with; a tablet counts as a phone. */
public enum Device {
    PHONE,
    COMPUTER,
    UNKNOWN
}
