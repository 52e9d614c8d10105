package vn.busticket.backoffice;

import com.vaadin.flow.i18n.I18NProvider;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.Locale;
import vn.busticket.analytics.Grain;
import vn.busticket.analytics.Period;
import vn.busticket.ui.Formats;

/** How days, weeks and months are called on axes, in tooltips and in tables. */
final class ReportSteps {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM", Locale.ROOT);
    private static final DateTimeFormatter DAY_OF_YEAR =
            DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("MM/yyyy", Locale.ROOT);

    private ReportSteps() {}

    /** For an axis: {@code 27/11}, {@code 11/2026}. */
    static String label(Period step, Grain grain) {
        return switch (grain) {
            case DAY, WEEK -> step.from().format(DAY);
            case MONTH -> step.from().format(MONTH);
        };
    }

    /** For a tooltip or a table: {@code Th 6, 27/11/2026}, {@code Tuần 48 (23/11–29/11/2026)}. */
    static String title(Period step, Grain grain) {
        return switch (grain) {
            case DAY -> Formats.current().date(step.from());
            case WEEK ->
                    I18NProvider.translate(
                            "analytics.step.week",
                            Integer.toString(step.from().get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)),
                            range(step));
            case MONTH -> I18NProvider.translate("analytics.step.month", step.from().format(MONTH));
        };
    }

    /** {@code 27/11/2026}. */
    static String day(LocalDate day) {
        return day.format(DAY_OF_YEAR);
    }

    /** {@code 30/10–26/11/2026}, or the day alone. */
    static String range(Period period) {
        var from = period.from();
        var to = period.to();
        if (from.equals(to)) {
            return to.format(DAY_OF_YEAR);
        }
        var isOneYear = from.getYear() == to.getYear();
        return from.format(isOneYear ? DAY : DAY_OF_YEAR) + "–" + to.format(DAY_OF_YEAR);
    }

    /** Fridays, when most people travel, stand out among days. */
    static boolean isEmphasised(LocalDate day, Grain grain) {
        return grain == Grain.DAY && day.getDayOfWeek() == DayOfWeek.FRIDAY;
    }
}
