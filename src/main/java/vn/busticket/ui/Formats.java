package vn.busticket.ui;

import com.vaadin.flow.component.UI;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import vn.busticket.shared.Language;
import vn.busticket.shared.VietnamTime;
import vn.busticket.shared.Vnd;

/**
 * How money, days, times and durations are written in one language. What must not break over a line
 * holds together with no-break spaces.
 *
 * @param language the reader's language
 */
public record Formats(Language language) {

    private static final String NO_BREAK = "\u00a0";
    private static final String MINUS = "\u2212";
    private static final long HUNDRED = 100;
    private static final long MILLION = 1_000_000;
    private static final long BILLION = 1_000_000_000;

    /** The formats of the screen that is being built. */
    public static Formats current() {
        return new Formats(Language.of(UI.getCurrent().getLocale()));
    }

    /** {@code 1.250.000 ₫} or {@code VND 1,250,000}; a negative amount starts with a true minus. */
    public String money(Vnd amount) {
        var digits = number(Math.abs(amount.dong()));
        var sign = amount.dong() < 0 ? MINUS : "";
        return switch (language) {
            case VI -> sign + digits + NO_BREAK + "₫";
            case EN -> sign + "VND" + NO_BREAK + digits;
        };
    }

    /** A whole number with the language's grouping. */
    public String number(long number) {
        var symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator(
                switch (language) {
                    case VI -> '.';
                    case EN -> ',';
                });
        return new DecimalFormat("#,##0", symbols).format(number);
    }

    /** {@code 12,5} or {@code 12.5}: at most so many decimals, none that is a zero at the end. */
    public String decimal(double number, int decimals) {
        return decimal(number, "#,##0" + (decimals == 0 ? "" : "." + "#".repeat(decimals)));
    }

    /** {@code 79,6%} or {@code 79.6%}: a share of 1 with one decimal. */
    public String percent(double share) {
        return decimal(share * HUNDRED, "#,##0.0") + "%";
    }

    /**
     * For sentences and axes: {@code 454 triệu}, {@code 12,5 triệu}, {@code 9,02 tỷ} or {@code VND
     * 454 million}; below a million as {@link #money} writes it.
     */
    public String shortMoney(Vnd amount) {
        var size = Math.abs(amount.dong());
        if (size < MILLION) {
            return money(amount);
        }
        var isBillions = size >= BILLION;
        var decimals = isBillions ? 2 : size < HUNDRED * MILLION ? 1 : 0;
        var digits = decimal((double) size / (isBillions ? BILLION : MILLION), decimals);
        var sign = amount.dong() < 0 ? MINUS : "";
        var words =
                Messages.text(language, isBillions ? "format.billions" : "format.millions", digits);
        return sign + together(words);
    }

    private String decimal(double number, String pattern) {
        var symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        var isVietnamese = language == Language.VI;
        symbols.setGroupingSeparator(isVietnamese ? '.' : ',');
        symbols.setDecimalSeparator(isVietnamese ? ',' : '.');
        symbols.setMinusSign(MINUS.charAt(0));
        var format = new DecimalFormat(pattern, symbols);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(number);
    }

    /** {@code Th 6, 27/11/2026} or {@code Fri, 27/11/2026}. */
    public String date(LocalDate day) {
        return together(
                day.format(DateTimeFormatter.ofPattern("EEE, dd/MM/yyyy", language.locale())));
    }

    /** The day in Vietnam at that instant, as {@link #date(LocalDate)} writes it. */
    public String date(Instant instant) {
        return date(VietnamTime.dayOf(instant));
    }

    /** {@code Th 6, 27/11} or {@code Fri, 27/11}. */
    public String shortDate(LocalDate day) {
        return together(day.format(DateTimeFormatter.ofPattern("EEE, dd/MM", language.locale())));
    }

    /** The day in Vietnam at that instant, as {@link #shortDate(LocalDate)} writes it. */
    public String shortDate(Instant instant) {
        return shortDate(VietnamTime.dayOf(instant));
    }

    /** {@code thứ Sáu, 27/11/2026} or {@code Friday, 27/11/2026}, for use within a sentence. */
    public String dateInWords(LocalDate day) {
        var text = day.format(DateTimeFormatter.ofPattern("EEEE, dd/MM/yyyy", language.locale()));
        return together(
                switch (language) {
                    case VI ->
                            text.substring(0, 1).toLowerCase(language.locale()) + text.substring(1);
                    case EN -> text;
                });
    }

    /** {@code 22:30} on Vietnam's clocks. */
    public String time(Instant instant) {
        return time(VietnamTime.at(instant).toLocalTime());
    }

    /** {@code 22:30}. */
    public String time(LocalTime time) {
        return time.format(DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT));
    }

    /** {@code 22:30, Th 6, 27/11/2026}; may break after the time. */
    public String dateTime(Instant instant) {
        return time(instant) + ", " + date(instant);
    }

    /** {@code 22:30, Th 6, 27/11}; may break after the time. */
    public String shortDateTime(Instant instant) {
        return time(instant) + ", " + shortDate(instant);
    }

    /**
     * {@code 22:30 tối thứ Sáu, 27/11/2026} or {@code 22:30 on Friday, 27/11/2026}: for sentences.
     */
    public String dateTimeInWords(Instant instant) {
        var local = VietnamTime.at(instant);
        return Messages.text(
                language,
                "format.moment." + partOfDay(local.getHour()),
                time(instant),
                dateInWords(local.toLocalDate()));
    }

    /**
     * {@code 7 giờ 30}, {@code 7 giờ}, {@code 45 phút} or {@code 7 h 30}, {@code 7 h}, {@code 45
     * min}.
     */
    public String duration(Duration duration) {
        var hours = duration.toHours();
        var minutes = duration.toMinutesPart();
        if (hours == 0) {
            return together(Messages.text(language, "format.minutes", minutes));
        }
        return together(
                minutes == 0
                        ? Messages.text(language, "format.hours", hours)
                        : Messages.text(
                                language,
                                "format.hoursAndMinutes",
                                hours,
                                "%02d".formatted(minutes)));
    }

    private static String partOfDay(int hour) {
        if (hour < 4) {
            return "night";
        }
        if (hour < 11) {
            return "morning";
        }
        if (hour < 13) {
            return "noon";
        }
        return hour < 18 ? "afternoon" : "evening";
    }

    private static String together(String text) {
        return text.replace(" ", NO_BREAK);
    }
}
