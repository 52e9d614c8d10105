package vn.busticket.analytics;

/** What a period is compared with. */
public enum Comparison {
    NONE,
    /**
     * As many days immediately before; whole weeks, months, quarters and years with the one before.
     */
    PREVIOUS_PERIOD,
    /** The same days of the calendar a year before. */
    LAST_YEAR,
    /**
     * The days that lie as far from Tết (the first day of the lunar year) as these, a year before.
     */
    LAST_YEAR_BY_TET
}
