package vn.busticket.trips;

import java.time.LocalDate;
import java.time.temporal.JulianFields;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Vietnam's lunar calendar: months begin on the day of the new moon at UTC+7, month 11 is the one
 * with the winter solstice, and of thirteen months between two solstices the first without a
 * principal term of the sun is a leap month. New moons and the sun's longitude by Meeus,
 * Astronomical Algorithms, 2nd edition, chapters 25 and 49, good for minutes. Around midnight and
 * at another meridian the Chinese calendar may say another day.
 */
public final class LunarCalendar {

    private static final double MEAN_MONTH = 29.530588861;
    private static final double FIRST_NEW_MOON_OF_2000 = 2_451_550.09766;
    private static final double NOON_OF_2000 = 2_451_545.0;
    private static final double DAYS_OF_A_CENTURY = 36_525;
    private static final double MOONS_OF_A_CENTURY = 1_236.85;
    private static final double VIETNAM = 7.0 / 24;
    private static final double TERM_DEGREES = 30;
    private static final int WINTER_SOLSTICE = 9;
    private static final int SOLSTICE_MONTH = 11;
    private static final int MONTHS = 12;

    private LunarCalendar() {}

    /** The day of a month of a lunar year, by the number of the solar year in which it begins. */
    public static LocalDate day(int year, int month, int day) {
        var afterTurn = month < SOLSTICE_MONTH;
        var solsticeYear = afterTurn ? year - 1 : year;
        int start = solsticeMoon(solsticeYear);
        int steps = afterTurn ? month + MONTHS - SOLSTICE_MONTH : month - SOLSTICE_MONTH;
        var leap = leapStep(start, solsticeMoon(solsticeYear + 1));
        int moon = start + steps + (leap.isPresent() && leap.getAsInt() <= steps ? 1 : 0);
        return dayOfMoon(moon).plusDays(day - 1L);
    }

    /** The new moon that begins the month with the winter solstice of that solar year. */
    private static int solsticeMoon(int year) {
        var lastDay = LocalDate.of(year, MONTHS, 31);
        double days = lastDay.getLong(JulianFields.JULIAN_DAY) - FIRST_NEW_MOON_OF_2000;
        int moon = (int) Math.floor(days / MEAN_MONTH) + 1;
        while (dayOfMoon(moon).isAfter(lastDay)) {
            moon--;
        }
        return term(dayOfMoon(moon)) >= WINTER_SOLSTICE ? moon - 1 : moon;
    }

    /** How many months after the first one the leap month comes, if there is one. */
    private static OptionalInt leapStep(int first, int next) {
        if (next - first == MONTHS) {
            return OptionalInt.empty();
        }
        return IntStream.rangeClosed(1, MONTHS)
                .filter(step -> term(dayOfMoon(first + step)) == term(dayOfMoon(first + step + 1)))
                .findFirst();
    }

    /** Which twelfth of its way the sun is in when that day begins; 9 after the winter solstice. */
    private static int term(LocalDate day) {
        double midnight = day.getLong(JulianFields.JULIAN_DAY) - 0.5 - VIETNAM;
        return (int) Math.floor(sunLongitude(midnight) / TERM_DEGREES);
    }

    private static double sunLongitude(double julianDay) {
        double t = (julianDay - NOON_OF_2000) / DAYS_OF_A_CENTURY;
        double anomaly = 357.52911 + 35_999.05029 * t;
        double centre =
                (1.914602 - 0.004817 * t) * sin(anomaly)
                        + (0.019993 - 0.000101 * t) * sin(2 * anomaly)
                        + 0.000289 * sin(3 * anomaly);
        double apparent = -0.00569 - 0.00478 * sin(125.04 - 1_934.136 * t);
        double longitude = 280.46646 + 36_000.76983 * t + centre + apparent;
        return longitude - 360 * Math.floor(longitude / 360);
    }

    private static LocalDate dayOfMoon(int moon) {
        long julianDay = (long) Math.floor(newMoon(moon) + 0.5 + VIETNAM);
        return LocalDate.EPOCH.with(JulianFields.JULIAN_DAY, julianDay);
    }

    private static double newMoon(int moon) {
        double t = moon / MOONS_OF_A_CENTURY;
        double e = 1 - 0.002516 * t - 0.0000074 * t * t;
        double sun = 2.5534 + 29.10535670 * moon - 0.0000014 * t * t;
        double own = 201.5643 + 385.81693528 * moon + 0.0107582 * t * t;
        double latitude = 160.7108 + 390.67050284 * moon - 0.0016118 * t * t;
        double node = 124.7746 - 1.56375588 * moon + 0.0020672 * t * t;
        return FIRST_NEW_MOON_OF_2000
                + MEAN_MONTH * moon
                + 0.00015437 * t * t
                - 0.40720 * sin(own)
                + 0.17241 * e * sin(sun)
                + 0.01608 * sin(2 * own)
                + 0.01039 * sin(2 * latitude)
                + 0.00739 * e * sin(own - sun)
                - 0.00514 * e * sin(own + sun)
                + 0.00208 * e * e * sin(2 * sun)
                - 0.00111 * sin(own - 2 * latitude)
                - 0.00057 * sin(own + 2 * latitude)
                + 0.00056 * e * sin(2 * own + sun)
                - 0.00042 * sin(3 * own)
                + 0.00042 * e * sin(sun + 2 * latitude)
                + 0.00038 * e * sin(sun - 2 * latitude)
                - 0.00024 * e * sin(2 * own - sun)
                - 0.00017 * sin(node);
    }

    private static double sin(double degrees) {
        return Math.sin(Math.toRadians(degrees));
    }
}
