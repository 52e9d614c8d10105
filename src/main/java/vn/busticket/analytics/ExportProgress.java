package vn.busticket.analytics;

import java.util.function.LongConsumer;

/** How far an export is; told now and then, so that somebody who waits sees it move. */
public final class ExportProgress {

    private static final int ROWS_BETWEEN_LOOKS = 1_000;
    private static final long PAUSE_NANOS = 250_000_000;

    private final LongConsumer told;
    private long rows;
    private long lastNanos = System.nanoTime();

    /**
     * @param told gets the number of rows so far, at most four times a second
     */
    public ExportProgress(LongConsumer told) {
        this.told = told;
    }

    /** For who does not look. */
    static ExportProgress unseen() {
        return new ExportProgress(rows -> {});
    }

    /** The rows written so far. */
    public long rows() {
        return rows;
    }

    void wrote(long more) {
        rows += more;
    }

    void wroteOne() {
        rows++;
        if (rows % ROWS_BETWEEN_LOOKS == 0) {
            var now = System.nanoTime();
            if (now - lastNanos >= PAUSE_NANOS) {
                lastNanos = now;
                told.accept(rows);
            }
        }
    }
}
