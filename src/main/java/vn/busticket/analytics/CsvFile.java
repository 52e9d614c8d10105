package vn.busticket.analytics;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.busticket.shared.VietnamTime;

/**
 * One table as CSV after RFC 4180, in UTF-8 with a byte order mark, without which Excel takes the
 * letters of Vietnamese for others. Numbers and days are written for machines: {@code 640000},
 * {@code 0.796}, {@code 2026-11-26}.
 *
 * <p>Words that a spreadsheet would take for a formula get an apostrophe in front (OWASP, "CSV
 * Injection"): a route may be called what it likes, and runs nothing.
 */
final class CsvFile implements TableWriter {

    private static final String LINE_END = "\r\n";
    private static final int BUFFER = 1 << 15;

    /** Also as they look when typed in full width. */
    private static final String BEGINS_FORMULAS = "=+-@\t\r\n＝＋－＠";

    private final Writer out;
    private final StringBuilder line = new StringBuilder(BUFFER + 1_000);

    /** Writes to a stream, which the caller closes. */
    CsvFile(OutputStream out) {
        this.out = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        line.append('\ufeff');
    }

    @Override
    public void begin(String title, List<String> heads) throws IOException {
        row(heads.stream().<Cell>map(Cell.Words::new).toList());
    }

    @Override
    public void row(List<Cell> cells) throws IOException {
        for (var index = 0; index < cells.size(); index++) {
            if (index > 0) {
                line.append(',');
            }
            append(cells.get(index));
        }
        line.append(LINE_END);
        if (line.length() >= BUFFER) {
            handOver();
        }
    }

    @Override
    public void flush() throws IOException {
        handOver();
        out.flush();
    }

    @Override
    public void close() throws IOException {
        flush();
    }

    private void handOver() throws IOException {
        out.append(line);
        line.setLength(0);
    }

    private void append(Cell cell) {
        switch (cell) {
            case Cell.Words(var text) -> words(text);
            case Cell.Count(var number) -> line.append(number);
            case Cell.Average(var number) -> line.append(number);
            case Cell.Money(var amount) -> line.append(amount.dong());
            case Cell.Share(var of1) -> line.append(Math.round(of1 * 10_000) / 10_000.0);
            case Cell.Day(var day) -> day(day);
            case Cell.Moment(var at) -> moment(at);
            case Cell.Nothing() -> {}
        }
    }

    private void words(String text) {
        if (looksLikeFormula(text)) {
            quoted("'" + text);
        } else if (needsQuotes(text)) {
            quoted(text);
        } else {
            line.append(text);
        }
    }

    /** Some programs drop spaces before they look. */
    private static boolean looksLikeFormula(String text) {
        var index = 0;
        while (index < text.length() && Character.isSpaceChar(text.charAt(index))) {
            index++;
        }
        return index < text.length() && BEGINS_FORMULAS.indexOf(text.charAt(index)) >= 0;
    }

    private static boolean needsQuotes(String text) {
        for (var index = 0; index < text.length(); index++) {
            var sign = text.charAt(index);
            if (sign == ',' || sign == '"' || sign == ';' || sign < ' ') {
                return true;
            }
        }
        return !text.isEmpty() && (text.startsWith(" ") || text.endsWith(" "));
    }

    private void quoted(String text) {
        line.append('"').append(text.replace("\"", "\"\"")).append('"');
    }

    private void day(LocalDate day) {
        line.append(day.getYear());
        two('-', day.getMonthValue());
        two('-', day.getDayOfMonth());
    }

    private void moment(Instant at) {
        var local = VietnamTime.at(at);
        day(local.toLocalDate());
        two(' ', local.getHour());
        two(':', local.getMinute());
        two(':', local.getSecond());
    }

    private void two(char before, int number) {
        line.append(before).append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }
}
