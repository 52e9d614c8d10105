package vn.busticket.storefront;

/** What is wrong with a search; its words are the message {@code search.problem.…}. */
enum SearchProblem {
    /** No place to leave from, or one that is not known. */
    FROM_UNKNOWN,
    /** No place to go to, or one that is not known. */
    TO_UNKNOWN,
    /** Both places are one. */
    SAME_PLACE,
    /** The day is over. */
    DAY_PAST,
    /** Nobody sells that far ahead. */
    DAY_TOO_FAR,
    /** That is no day. */
    DAY_UNREADABLE,
    /** Not a number of passengers that can travel on one booking. */
    PASSENGERS;

    String messageKey() {
        return "search.problem." + name();
    }
}
