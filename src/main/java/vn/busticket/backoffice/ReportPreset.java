package vn.busticket.backoffice;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import vn.busticket.analytics.Grain;
import vn.busticket.analytics.Period;

/** The ranges that people ask for most; each ends today, which still grows. */
enum ReportPreset {
    /** This day and the six before: every weekday once. */
    WEEK(Grain.DAY),
    /** Four of each weekday. */
    FOUR_WEEKS(Grain.DAY),
    /** Since the first of the month. */
    MONTH(Grain.DAY),
    /** Since the first of the quarter. */
    QUARTER(Grain.WEEK),
    /** Since New Year's Day. */
    YEAR(Grain.MONTH);

    private static final int MONTHS_OF_A_QUARTER = 3;

    private final Grain grain;

    ReportPreset(Grain grain) {
        this.grain = grain;
    }

    /** The range as of a day. */
    Period until(LocalDate today) {
        var from =
                switch (this) {
                    case WEEK -> today.minusDays(6);
                    case FOUR_WEEKS -> today.minusDays(27);
                    case MONTH -> today.withDayOfMonth(1);
                    case QUARTER ->
                            today.withDayOfMonth(1)
                                    .minusMonths((today.getMonthValue() - 1) % MONTHS_OF_A_QUARTER);
                    case YEAR -> today.with(TemporalAdjusters.firstDayOfYear());
                };
        return new Period(from, today);
    }

    /** How wide its steps are unless somebody wants it otherwise. */
    Grain grain() {
        return grain;
    }

    /** As addresses name it. */
    String inAddress() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<ReportPreset> of(String inAddress) {
        return Arrays.stream(values()).filter(one -> one.inAddress().equals(inAddress)).findFirst();
    }
}
