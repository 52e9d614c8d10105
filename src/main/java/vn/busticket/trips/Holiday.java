package vn.busticket.trips;

import java.time.LocalDate;
import java.util.stream.IntStream;

/**
 * Days that come back every year.
 *
 * @param daysBefore how many days before it count
 * @param daysAfter how many days after it count
 */
record Holiday(
        String code,
        Occasion occasion,
        Year year,
        int month,
        int day,
        int daysBefore,
        int daysAfter) {

    /** The calendar that its day is found by. */
    enum Year {
        /** The calendar of everyday life. */
        SOLAR,
        /** Vietnam's old calendar, by which Tết comes. */
        LUNAR
    }

    /** True if that day counts. */
    boolean includes(LocalDate date) {
        return IntStream.rangeClosed(date.getYear() - 1, date.getYear() + 1)
                .mapToObj(this::dayIn)
                .anyMatch(middle ->
                        !date.isBefore(middle.minusDays(daysBefore))
                                && !date.isAfter(middle.plusDays(daysAfter)));
    }

    private LocalDate dayIn(int number) {
        return switch (year) {
            case SOLAR -> LocalDate.of(number, month, day);
            case LUNAR -> LunarCalendar.day(number, month, day);
        };
    }
}
