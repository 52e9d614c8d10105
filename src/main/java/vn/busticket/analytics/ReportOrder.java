package vn.busticket.analytics;

import java.util.Comparator;
import java.util.List;
import vn.busticket.shared.Language;
import vn.busticket.shared.Vnd;

/**
 * The order in which routes, operators and bus types stand, as it was chosen on screen.
 *
 * @param descending the largest or last first
 */
public record ReportOrder(By by, boolean descending) {

    /** How the screen opens. */
    public static final ReportOrder MOST_REVENUE = new ReportOrder(By.REVENUE, true);

    /** The column that is sorted by. */
    public enum By {
        NAME,
        REVENUE,
        /** Revenue against the compared period; what cannot be compared stands last. */
        CHANGE,
        BOOKINGS,
        TICKETS,
        CANCELLED,
        OCCUPANCY
    }

    /** The rows in this order; equal ones by their name. */
    public List<GroupRow> of(List<GroupRow> rows, Language language) {
        var byName = Comparator.comparing((GroupRow row) -> Shares.name(row, language));
        var chosen = comparator(language);
        return rows.stream()
                .sorted((descending ? chosen.reversed() : chosen).thenComparing(byName))
                .toList();
    }

    private Comparator<GroupRow> comparator(Language language) {
        return switch (by) {
            case NAME -> Comparator.comparing(row -> Shares.name(row, language));
            case REVENUE -> Comparator.comparingLong(row -> row.figures().revenue().dong());
            case CHANGE -> Comparator.comparingDouble(ReportOrder::change);
            case BOOKINGS -> Comparator.comparingLong(row -> row.figures().bookings());
            case TICKETS -> Comparator.comparingLong(row -> row.figures().tickets());
            case CANCELLED -> Comparator.comparingLong(row -> row.figures().cancelledTickets());
            case OCCUPANCY ->
                    Comparator.comparingDouble(row ->
                            Shares.occupancy(row.figures()).orElse(Double.NEGATIVE_INFINITY));
        };
    }

    private static double change(GroupRow row) {
        return row.compared()
                .map(Figures::revenue)
                .map(Vnd::dong)
                .map(before -> Shares.change(row.figures().revenue().dong(), before))
                .flatMap(change -> change)
                .orElse(Double.NEGATIVE_INFINITY);
    }
}
