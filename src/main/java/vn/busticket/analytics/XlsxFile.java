package vn.busticket.analytics;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import vn.busticket.shared.VietnamTime;

/**
 * Tables as an Excel workbook, a sheet each: real numbers and days with a format, the head kept in
 * sight. Rows are handed over as they come. A sheet ends at 1,048,576 rows and says so in the last
 * one.
 */
final class XlsxFile implements TableWriter {

    private static final int ROWS_AT_ONCE = 500;
    private static final int LONGEST_NAME = 31;
    private static final int WIDTH = 18;
    private static final int WIDTH_OF_NAMES = 34;

    private final Workbook workbook;
    private final String full;
    private final int mostRows;
    private @Nullable Worksheet sheet;
    private int rows;
    private List<Cell> last = List.of();
    private boolean isFull;

    /**
     * Writes to a stream, which the caller closes.
     *
     * @param full the sentence of a last row after which there would have been more
     */
    XlsxFile(OutputStream out, String full) {
        this(out, full, Worksheet.MAX_ROWS);
    }

    /**
     * @param mostRows after how many rows a sheet is full, head and last sentence included
     */
    XlsxFile(OutputStream out, String full, int mostRows) {
        this.workbook = new Workbook(out, "BusTicket", null);
        this.full = full;
        this.mostRows = mostRows;
    }

    @Override
    public void begin(String title, List<String> heads) throws IOException {
        finishSheet();
        var begun = workbook.newWorksheet(nameOf(title));
        for (var column = 0; column < heads.size(); column++) {
            begun.width(column, column == 0 ? WIDTH_OF_NAMES : WIDTH);
            begun.inlineString(0, column, heads.get(column));
            begun.style(0, column).bold().fillColor("E4EAF2").wrapText(true).set();
        }
        begun.freezePane(0, 1);
        sheet = begun;
        rows = 1;
    }

    /** The last row that fits waits: if another one comes, it gives its place to the sentence. */
    @Override
    public void row(List<Cell> cells) throws IOException {
        if (rows < mostRows - 1) {
            write(cells);
        } else if (last.isEmpty()) {
            last = cells;
        } else {
            last = List.of(new Cell.Words(full));
            isFull = true;
        }
    }

    @Override
    public boolean isFull() {
        return isFull;
    }

    private void write(List<Cell> cells) throws IOException {
        var open = open();
        for (var column = 0; column < cells.size(); column++) {
            write(open, column, cells.get(column));
        }
        rows++;
        if (rows % ROWS_AT_ONCE == 0) {
            open.flush();
        }
    }

    @Override
    public void flush() throws IOException {
        open().flush();
    }

    @Override
    public void close() throws IOException {
        finishSheet();
        workbook.close();
    }

    private void write(Worksheet open, int column, Cell cell) {
        switch (cell) {
            case Cell.Words(var text) -> open.inlineString(rows, column, text);
            case Cell.Count(var number) -> number(open, column, number, "#,##0");
            case Cell.Average(var number) -> number(open, column, number, "#,##0.0");
            case Cell.Money(var amount) -> number(open, column, amount.dong(), "#,##0");
            case Cell.Share(var of1) -> number(open, column, of1, "0.0%");
            case Cell.Day(var day) -> {
                open.value(rows, column, day);
                open.style(rows, column).format("dd/mm/yyyy").set();
            }
            case Cell.Moment(var at) -> {
                open.value(rows, column, VietnamTime.at(at));
                open.style(rows, column).format("dd/mm/yyyy hh:mm:ss").set();
            }
            case Cell.Nothing() -> {}
        }
    }

    private void number(Worksheet open, int column, Number number, String format) {
        open.value(rows, column, number);
        open.style(rows, column).format(format).set();
    }

    private void finishSheet() throws IOException {
        if (sheet == null) {
            return;
        }
        if (!last.isEmpty()) {
            write(last);
        }
        last = List.of();
        isFull = false;
        sheet.finish();
        sheet = null;
    }

    private Worksheet open() {
        if (sheet == null) {
            throw new IllegalStateException("No table was begun");
        }
        return sheet;
    }

    /** Excel refuses longer names and some signs in them. */
    private static String nameOf(String title) {
        var name = title.replaceAll("[\\\\/*?:\\[\\]]", " ").strip();
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }
}
