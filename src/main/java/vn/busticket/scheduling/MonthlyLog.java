package vn.busticket.scheduling;

/**
 * Declares a table that is cut by month, in Vietnam's calendar, of its column {@code at}; a module
 * has one such bean for each of its own.
 *
 * @param table its name; beside it stands a partition {@code …_rest} for what has no month yet
 */
public record MonthlyLog(String table) {

    /**
     * @throws IllegalArgumentException the name is not one of a table
     */
    public MonthlyLog {
        if (!table.matches("[a-z_]+")) {
            throw new IllegalArgumentException("Not a table: " + table);
        }
    }
}
