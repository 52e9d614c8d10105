package vn.busticket.documents;

import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import vn.busticket.shared.Language;
import vn.busticket.shared.VietnamTime;
import vn.busticket.shared.Vnd;

/**
 * One language as the product speaks it: the sentences of the message bundles, money, days and
 * times. For documents and messages, which are made where no screen is open.
 */
public final class Wording {

    private static final char NO_BREAK = '\u00a0';
    private static final int NIGHT_ENDS = 4;
    private static final DateTimeFormatter CLOCK = form("HH:mm");
    private static final DateTimeFormatter DAY = form("dd/MM/yyyy");
    private static final DateTimeFormatter SHORT_DAY = form("dd/MM");
    private static final Wording VIETNAMESE = new Wording(Language.VI);
    private static final Wording ENGLISH = new Wording(Language.EN);

    private final Language language;
    private final ResourceBundle bundle;

    /** Read once; each use has a copy, because they are for one thread. */
    private final Map<String, MessageFormat> sentences = new ConcurrentHashMap<>();

    private Wording(Language language) {
        this.language = language;
        this.bundle =
                ResourceBundle.getBundle(
                        "vaadin-i18n/translations",
                        language.locale(),
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The wording of a language. */
    public static Wording of(Language language) {
        return switch (language) {
            case VI -> VIETNAMESE;
            case EN -> ENGLISH;
        };
    }

    /** The language spoken. */
    public Language language() {
        return language;
    }

    /**
     * The sentence of a key, its placeholders filled in.
     *
     * @throws java.util.MissingResourceException if the bundles have no such key
     */
    public String text(String key, Object... values) {
        var pattern = sentences.computeIfAbsent(key, this::pattern);
        return ((MessageFormat) pattern.clone()).format(values);
    }

    private MessageFormat pattern(String key) {
        return new MessageFormat(bundle.getString(key), language.locale());
    }

    /** An amount, kept on one line: {@code 640.000 ₫} or {@code VND 640,000}. */
    public String money(Vnd amount) {
        return language == Language.VI
                ? figure(amount) + NO_BREAK + "₫"
                : "VND" + NO_BREAK + figure(amount);
    }

    /** An amount without its currency: {@code 640.000} or {@code 640,000}. */
    public String figure(Vnd amount) {
        var grouped = String.format(Locale.ROOT, "%,d", amount.dong()).replace('-', '−');
        return language == Language.VI ? grouped.replace(',', '.') : grouped;
    }

    /** The clock in Vietnam: {@code 22:30}. */
    public String time(Instant instant) {
        return format(CLOCK, instant);
    }

    /** A day with its weekday and year: {@code Th 6, 27/11/2026} or {@code Fri, 27/11/2026}. */
    public String day(Instant instant) {
        return shortWeekday(instant) + ',' + NO_BREAK + format(DAY, instant);
    }

    /** A day for a subject line: {@code Th 6 27/11} or {@code Fri 27/11}. */
    public String shortDay(Instant instant) {
        return shortWeekday(instant) + NO_BREAK + format(SHORT_DAY, instant);
    }

    /** A day inside a sentence: {@code thứ Sáu, 27/11} or {@code Friday, 27/11}. */
    public String spokenDay(Instant instant) {
        var weekday =
                VietnamTime.dayOf(instant)
                        .getDayOfWeek()
                        .getDisplayName(TextStyle.FULL, language.locale());
        var spoken =
                language == Language.VI
                        ? weekday.replace("Thứ", "thứ").replace("Chủ", "chủ")
                        : weekday;
        return spoken.replace(' ', NO_BREAK) + ',' + NO_BREAK + format(SHORT_DAY, instant);
    }

    /** The day before, likewise: {@code thứ Năm, 26/11}. */
    public String spokenDayBefore(Instant instant) {
        return spokenDay(instant.minus(Duration.ofDays(1)));
    }

    /** True in the small hours, which many count to the day before. */
    public boolean isNight(Instant instant) {
        return VietnamTime.at(instant).getHour() < NIGHT_ENDS;
    }

    /** A moment: {@code 20:14, Th 4, 25/11/2026}. */
    public String moment(Instant instant) {
        return time(instant) + ", " + day(instant);
    }

    /** A time on the road: {@code 7 giờ 30 phút} or {@code 7 h 30 min}. */
    public String duration(Duration duration) {
        var hours = duration.toHours();
        var minutes = duration.toMinutesPart();
        if (hours == 0) {
            return text("words.minutes", minutes);
        }
        return minutes == 0
                ? text("words.hours", hours)
                : text("words.hours", hours) + ' ' + text("words.minutes", minutes);
    }

    private String shortWeekday(Instant instant) {
        var day = VietnamTime.dayOf(instant).getDayOfWeek();
        return text("words.weekday." + day.getValue()).replace(' ', NO_BREAK);
    }

    private static DateTimeFormatter form(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
    }

    private static String format(DateTimeFormatter form, Instant instant) {
        return form.format(VietnamTime.at(instant));
    }
}
