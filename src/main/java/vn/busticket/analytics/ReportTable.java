package vn.busticket.analytics;

import java.util.List;

/**
 * A table as it is taken away.
 *
 * @param title its name, for a sheet and a heading
 * @param fileName its name within file names: small letters and hyphens
 * @param heads the names of the columns
 * @param rows a cell for each column
 * @param total the last row, which sums up; empty if there is none
 */
record ReportTable(
        String title,
        String fileName,
        List<String> heads,
        List<List<Cell>> rows,
        List<Cell> total) {

    ReportTable {
        heads = List.copyOf(heads);
        rows = List.copyOf(rows);
        total = List.copyOf(total);
    }
}
