package vn.busticket.payments;

/** In which order staff see attempts and transfers. */
public enum MoneyOrder {
    /** The newest first. */
    NEWEST("id desc"),
    /** The oldest first. */
    OLDEST("id"),
    /** The largest amount first. */
    LARGEST("amount desc, id desc"),
    /** The smallest amount first. */
    SMALLEST("amount, id desc");

    private final String sql;

    MoneyOrder(String sql) {
        this.sql = sql;
    }

    String sql() {
        return " order by " + sql;
    }
}
