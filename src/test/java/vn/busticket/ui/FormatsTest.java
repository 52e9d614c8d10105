package vn.busticket.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vn.busticket.shared.Language;
import vn.busticket.shared.Vnd;

/** Money, days and times read as people write them in each language. */
class FormatsTest {

    private static final Instant FRIDAY_NIGHT = Instant.parse("2026-11-27T15:30:00Z");
    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 27);

    private final Formats vietnamese = new Formats(Language.VI);
    private final Formats english = new Formats(Language.EN);

    @Test
    void moneyIsNeverBrokenOverALine() {
        assertThat(vietnamese.money(new Vnd(1_250_000))).isEqualTo("1.250.000\u00a0₫");
        assertThat(english.money(new Vnd(1_250_000))).isEqualTo("VND\u00a01,250,000");
    }

    @Test
    void aMinusIsAMinusAndNoHyphen() {
        assertThat(vietnamese.money(new Vnd(-20_000))).isEqualTo("\u221220.000\u00a0₫");
        assertThat(english.money(new Vnd(-20_000))).isEqualTo("\u2212VND\u00a020,000");
    }

    @Test
    void sentencesRoundLargeAmounts() {
        assertThat(spaced(vietnamese.shortMoney(new Vnd(454_082_000)))).isEqualTo("454 triệu");
        assertThat(spaced(vietnamese.shortMoney(new Vnd(12_540_000)))).isEqualTo("12,5 triệu");
        assertThat(spaced(vietnamese.shortMoney(new Vnd(9_022_095_000L)))).isEqualTo("9,02 tỷ");
        assertThat(spaced(english.shortMoney(new Vnd(-454_082_000))))
                .isEqualTo("\u2212VND 454 million");
        assertThat(spaced(vietnamese.shortMoney(new Vnd(999_999)))).isEqualTo("999.999 ₫");
    }

    @Test
    void sharesHaveOneDecimal() {
        assertThat(vietnamese.percent(0.796)).isEqualTo("79,6%");
        assertThat(english.percent(1)).isEqualTo("100.0%");
        assertThat(vietnamese.decimal(1_234.5, 0)).isEqualTo("1.235");
        assertThat(vietnamese.decimal(2.50, 3)).isEqualTo("2,5");
    }

    @Test
    void daysCarryTheirWeekday() {
        assertThat(spaced(vietnamese.date(FRIDAY))).isEqualTo("Th 6, 27/11/2026");
        assertThat(spaced(english.date(FRIDAY))).isEqualTo("Fri, 27/11/2026");
        assertThat(spaced(vietnamese.shortDate(FRIDAY.plusDays(2)))).isEqualTo("CN, 29/11");
    }

    @Test
    void timesAreThoseOfVietnam() {
        assertThat(vietnamese.time(FRIDAY_NIGHT)).isEqualTo("22:30");
        assertThat(spaced(vietnamese.dateTime(FRIDAY_NIGHT))).isEqualTo("22:30, Th 6, 27/11/2026");
        assertThat(spaced(english.shortDateTime(FRIDAY_NIGHT.plus(Duration.ofHours(7)))))
                .isEqualTo("05:30, Sat, 28/11");
    }

    @Test
    void sentencesSayThePartOfTheDay() {
        assertThat(spaced(vietnamese.dateTimeInWords(FRIDAY_NIGHT)))
                .isEqualTo("22:30 tối thứ Sáu, 27/11/2026");
        assertThat(spaced(english.dateTimeInWords(FRIDAY_NIGHT)))
                .isEqualTo("22:30 on Friday, 27/11/2026");
    }

    @Test
    void durationsLeaveOutWhatIsNothing() {
        assertThat(spaced(vietnamese.duration(Duration.ofMinutes(450)))).isEqualTo("7 giờ 30");
        assertThat(spaced(vietnamese.duration(Duration.ofHours(7)))).isEqualTo("7 giờ");
        assertThat(spaced(vietnamese.duration(Duration.ofMinutes(425)))).isEqualTo("7 giờ 05");
        assertThat(spaced(english.duration(Duration.ofMinutes(45)))).isEqualTo("45 min");
    }

    private static String spaced(String text) {
        return text.replace('\u00a0', ' ');
    }
}
