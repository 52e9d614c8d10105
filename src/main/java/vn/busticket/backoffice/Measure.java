package vn.busticket.backoffice;

import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import vn.busticket.analytics.Figures;
import vn.busticket.analytics.PeriodRow;
import vn.busticket.shared.Vnd;
import vn.busticket.ui.Formats;

/** What of the figures columns over time stand for. */
enum Measure {
    /** Net revenue, in đồng. */
    REVENUE(figures -> figures.revenue().dong(), true, ChangeMark.Rise.GOOD),
    BOOKINGS(Figures::bookings, false, ChangeMark.Rise.GOOD),
    TICKETS(Figures::tickets, false, ChangeMark.Rise.GOOD),
    CANCELLED(Figures::cancelledBookings, false, ChangeMark.Rise.BAD);

    private static final long MILLION = 1_000_000;
    private static final long BILLION = 1_000_000_000;

    private final ToLongFunction<Figures> value;
    private final boolean isMoney;
    private final ChangeMark.Rise rise;

    Measure(ToLongFunction<Figures> value, boolean isMoney, ChangeMark.Rise rise) {
        this.value = value;
        this.isMoney = isMoney;
        this.rise = rise;
    }

    long of(Figures figures) {
        return value.applyAsLong(figures);
    }

    ChangeMark.Rise rise() {
        return rise;
    }

    /** To the đồng. */
    String text(long value) {
        var formats = Formats.current();
        return isMoney ? formats.money(new Vnd(value)) : formats.number(value);
    }

    /** For a sentence. */
    String shortly(long value) {
        var formats = Formats.current();
        return isMoney ? formats.shortMoney(new Vnd(value)) : formats.number(value);
    }

    /** What one unit of the axis stands for: millions, or billions where they are above two. */
    long unit(List<PeriodRow> series) {
        if (!isMoney) {
            return 1;
        }
        var highest =
                series.stream()
                        .mapToLong(row ->
                                Math.max(
                                        of(row.figures()), row.compared().map(this::of).orElse(0L)))
                        .max()
                        .orElse(0);
        return highest > 2 * BILLION ? BILLION : MILLION;
    }

    /** The key of that unit's name, empty for a plain count. */
    static String unitKey(long unit) {
        if (unit == 1) {
            return "";
        }
        return unit == BILLION ? "analytics.unit.billions" : "analytics.unit.millions";
    }

    String inAddress() {
        return name().toLowerCase(Locale.ROOT);
    }
}
