package vn.busticket.analytics;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Writes tables into a file as their rows come; keeps none of them. */
interface TableWriter extends Closeable {

    /** Begins a table. */
    void begin(String title, List<String> heads) throws IOException;

    /** Adds a row. */
    void row(List<Cell> cells) throws IOException;

    /** True if nothing more fits into the table. */
    default boolean isFull() {
        return false;
    }

    /** Hands over what was written so far, so that the reader sees it. */
    void flush() throws IOException;

    /** Writes a whole table. */
    default void write(ReportTable table) throws IOException {
        begin(table.title(), table.heads());
        for (var row : table.rows()) {
            row(row);
        }
        if (!table.total().isEmpty()) {
            row(table.total());
        }
    }
}
