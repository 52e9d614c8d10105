package vn.busticket.analytics;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import vn.busticket.documents.Wording;
import vn.busticket.shared.Language;
import vn.busticket.shared.Vnd;

/**
 * Figures as documents and letters write them. Nothing here is a sign that the printed face lacks.
 */
final class ReportWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("dd/MM");
    private static final long THOUSAND = 1_000;
    private static final long MILLION = 1_000_000;
    private static final long BILLION = 1_000_000_000;

    private final Wording wording;

    ReportWords(Wording wording) {
        this.wording = wording;
    }

    Language language() {
        return wording.language();
    }

    String text(String key, Object... values) {
        return wording.text(key, values);
    }

    /** The sentence of a key that data name; the key itself where the bundles have none. */
    String textOr(String key, String otherwise) {
        try {
            return wording.text(key);
        } catch (MissingResourceException unknown) {
            return otherwise;
        }
    }

    String money(Vnd amount) {
        return wording.money(amount);
    }

    String number(long number) {
        return wording.figure(new Vnd(number));
    }

    /** {@code 79,6%} or {@code 79.6%}. */
    String percent(double share) {
        return decimal("0.0", share * 100) + "%";
    }

    String percent(Optional<Double> share) {
        return share.map(this::percent).orElse("–");
    }

    /** {@code +8,2%} or {@code −2,5%}; empty where nothing is compared. */
    String change(Optional<Double> change) {
        return change.map(one -> signed(one * 100) + "%").orElse("");
    }

    /** How many percentage points more: {@code +2,1}. */
    String signed(double points) {
        var rounded = decimal("0.0", Math.abs(points));
        if (rounded.equals(decimal("0.0", 0))) {
            return rounded;
        }
        return (points < 0 ? "−" : "+") + rounded;
    }

    /** An amount in short: {@code 9,02 tỷ}, {@code 192 triệu}. */
    String brief(Vnd amount) {
        var size = Math.abs(amount.dong());
        if (size >= BILLION) {
            return text("report.billion", decimal("0.##", (double) amount.dong() / BILLION));
        }
        if (size >= MILLION) {
            return text("report.million", decimal("0.#", (double) amount.dong() / MILLION));
        }
        return size >= THOUSAND
                ? text("report.thousand", decimal("0", (double) amount.dong() / THOUSAND))
                : money(amount);
    }

    String decimal(String pattern, double number) {
        var symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setDecimalSeparator(language() == Language.VI ? ',' : '.');
        symbols.setGroupingSeparator(language() == Language.VI ? '.' : ',');
        return new DecimalFormat(pattern, symbols).format(number).replace('-', '−');
    }

    String day(LocalDate day) {
        return DAY.format(day);
    }

    String shortDay(LocalDate day) {
        return SHORT_DAY.format(day);
    }

    /** {@code 30/10/2026 – 26/11/2026}, one day alone. */
    String period(Period period) {
        return period.from().equals(period.to())
                ? day(period.from())
                : day(period.from()) + " – " + day(period.to());
    }

    /** {@code 02/10–29/10/2026}. */
    String briefly(Period period) {
        if (period.from().equals(period.to())) {
            return day(period.from());
        }
        return period.from().getYear() == period.to().getYear()
                ? shortDay(period.from()) + "–" + day(period.to())
                : day(period.from()) + "–" + day(period.to());
    }

    /** The name of a step of a series. */
    String step(Period step, Grain grain) {
        return switch (grain) {
            case DAY -> day(step.from());
            case WEEK -> briefly(step);
            case MONTH -> DateTimeFormatter.ofPattern("MM/yyyy").format(step.from());
        };
    }

    /** The same for an axis. */
    String label(Period step, Grain grain) {
        return grain == Grain.MONTH ? step(step, grain) : shortDay(step.from());
    }
}
