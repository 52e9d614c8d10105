package vn.busticket.analytics;

/** How wide one step of a series is; weeks begin on Monday (ISO 8601). */
public enum Grain {
    DAY,
    WEEK,
    MONTH
}
