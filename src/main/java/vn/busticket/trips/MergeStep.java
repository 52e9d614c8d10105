package vn.busticket.trips;

/** One statement by which staged lines become part of the catalogue, or are found to be bad. */
sealed interface MergeStep {

    /** The statement; it may use {@code :now}. */
    String sql();

    /**
     * Finds bad lines.
     *
     * @param fault what is wrong with them
     * @param sql selects their numbers
     */
    record Check(String fault, String sql) implements MergeStep {}

    /** Makes a temporary table out of staged lines, bad ones among them or not. */
    record Derive(String sql) implements MergeStep {}

    /** Takes staged lines over; what is as it was stays untouched. */
    record Merge(String sql) implements MergeStep {}
}
