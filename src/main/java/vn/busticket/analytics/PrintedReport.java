package vn.busticket.analytics;

import java.util.List;

/**
 * A report as a printed page shows it: everything in words of one language already.
 *
 * @param title what kind of report
 * @param period its days
 * @param scope what it is compared with, and what it is narrowed to
 * @param footer when it was counted, and who asked for it
 * @param figures the figures on top, the leading one first
 * @param chart over time
 * @param ring the drawing of shares and their list, or nothing
 * @param tables the tables behind
 */
public record PrintedReport(
        String title,
        String period,
        String scope,
        String footer,
        List<KeyFigure> figures,
        Chart chart,
        List<Ring> ring,
        List<Table> tables) {

    public PrintedReport {
        figures = List.copyOf(figures);
        ring = List.copyOf(ring);
        tables = List.copyOf(tables);
    }

    /** One figure with what else is to say of it. */
    public record KeyFigure(String name, String value, String detail) {}

    /** A drawing over time. */
    public record Chart(String heading, String explanation, Drawing drawing) {}

    /**
     * A drawing and the words that lie over it: the page sets them in its own face, which a drawing
     * does not have.
     *
     * @param svg markup of ours without a word in it
     */
    public record Drawing(
            String svg, double widthMillimetres, double heightMillimetres, List<Label> labels) {

        public Drawing {
            labels = List.copyOf(labels);
        }
    }

    /**
     * Words over a drawing, in millimetres from its upper left corner.
     *
     * @param align {@code left}, {@code center} or {@code right} within the width
     */
    public record Label(
            double left, double top, double width, String align, boolean isStrong, String text) {}

    /** A ring with the list of its parts. */
    public record Ring(String heading, Drawing drawing, List<Part> parts) {

        public Ring {
            parts = List.copyOf(parts);
        }
    }

    /** A part of a ring. */
    public record Part(String colour, String name, String share, String value) {}

    /**
     * A table.
     *
     * @param heads names of the columns after the first
     * @param hasBars true if a bar stands after the name
     * @param note what is not shown, and where it is; empty if all is
     */
    public record Table(
            String title,
            String head,
            List<String> heads,
            boolean hasBars,
            List<Row> rows,
            String note) {

        public Table {
            heads = List.copyOf(heads);
            rows = List.copyOf(rows);
        }
    }

    /**
     * A row.
     *
     * @param barMillimetres length of its bar
     * @param isTotal true for the last one, which sums up
     */
    public record Row(String name, double barMillimetres, List<String> cells, boolean isTotal) {

        public Row {
            cells = List.copyOf(cells);
        }

        static Row plain(String name, List<String> cells) {
            return new Row(name, 0, cells, false);
        }
    }
}
