package vn.busticket.backoffice;

/**
 * How a table of a report stands in the address: {@code routes.sort=-tickets&routes.page=2}.
 *
 * @param sort the column that it is sorted by, as the address names it
 * @param page from 0
 */
record TableState(ReportAddress address, String table, String sort, boolean isDown, int page) {

    static final String PAGE = ".page";

    private static final String SORT = ".sort";

    /**
     * @param usual the column that it is sorted by, downwards, if the address says nothing
     */
    static TableState of(ReportAddress address, String table, String usual) {
        var sort = address.view(table + SORT);
        var page = address.view(table + PAGE);
        return new TableState(
                address,
                table,
                sort.isEmpty() ? usual : sort.replaceFirst("^-", ""),
                sort.isEmpty() || sort.startsWith("-"),
                page.matches("[1-9]\\d{0,4}") ? Integer.parseInt(page) - 1 : 0);
    }

    /** The address of a page. */
    String at(int number) {
        return address.viewing(table + PAGE, number == 0 ? "" : Integer.toString(number + 1)).url();
    }

    /**
     * The address of a column's other order.
     *
     * @param isDownFirst how it is sorted if it was not yet: the largest first, or A to Z
     */
    String sortedBy(String column, boolean isDownFirst) {
        var down = column.equals(sort) ? !isDown : isDownFirst;
        return address.viewing(table + PAGE, "")
                .viewing(table + SORT, (down ? "-" : "") + column)
                .url();
    }
}
