package vn.busticket.trips;

/** What is different on a day for which a schedule has an exception. */
enum ScheduleExceptionKind {
    /** It does not run. */
    CANCELLED,
    /** It runs although the weekday is none of its own, at its own time unless another is given. */
    EXTRA,
    /** It runs at another time. */
    MOVED
}
