package vn.busticket.trips;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One column of a catalogue file.
 *
 * @param words the only values it may have; empty if it may have any
 * @param refersTo name of the file whose codes it uses
 */
record CatalogueColumn(
        String name,
        Format format,
        boolean required,
        List<String> words,
        Optional<String> refersTo) {

    private static final String SEVERAL = "\\|";
    private static final String TIER = "\\d{1,6}:\\d{1,3}(:\\d{1,7})?";

    /** How a value is written, and the type that PostgreSQL reads it as. */
    enum Format {
        TEXT("text"),
        SEVERAL_TEXTS("text"),
        COUNT("integer"),
        AMOUNT("bigint"),
        DEGREES("double precision"),
        DAY("date"),
        TIME("time"),
        DAY_AND_TIME("timestamp"),
        WEEKDAYS("text"),
        TIERS("text");

        private final String sqlType;

        Format(String sqlType) {
            this.sqlType = sqlType;
        }

        String sqlType() {
            return sqlType;
        }
    }

    static CatalogueColumn text(String name) {
        return of(name, Format.TEXT);
    }

    static CatalogueColumn of(String name, Format format) {
        return new CatalogueColumn(name, format, true, List.of(), Optional.empty());
    }

    static CatalogueColumn word(String name, Enum<?>[] words) {
        return new CatalogueColumn(name, Format.TEXT, true, names(words), Optional.empty());
    }

    static CatalogueColumn words(String name, Enum<?>[] words) {
        return new CatalogueColumn(
                name, Format.SEVERAL_TEXTS, false, names(words), Optional.empty());
    }

    static CatalogueColumn codeOf(String name, String file) {
        return new CatalogueColumn(name, Format.TEXT, true, List.of(), Optional.of(file));
    }

    CatalogueColumn optional() {
        return new CatalogueColumn(name, format, false, words, refersTo);
    }

    /** What is wrong with a value that is there. */
    Optional<String> faultOf(String value) {
        if (!isWellFormed(value)) {
            return Optional.of("%s is no %s: %s".formatted(name, spoken(), value));
        }
        if (!words.isEmpty() && !words.containsAll(Arrays.asList(value.split(SEVERAL)))) {
            return Optional.of(
                    "%s is none of %s: %s".formatted(name, String.join(", ", words), value));
        }
        return Optional.empty();
    }

    private boolean isWellFormed(String value) {
        return switch (format) {
            case TEXT, SEVERAL_TEXTS -> true;
            case COUNT -> value.matches("\\d{1,7}");
            case AMOUNT -> value.matches("[1-9]\\d{0,11}");
            case DEGREES -> value.matches("-?\\d{1,3}(\\.\\d{1,15})?");
            case WEEKDAYS -> value.matches("[1-7]+");
            case TIERS -> value.matches(TIER + "(\\|" + TIER + ")*");
            case DAY -> parses(() -> LocalDate.parse(value));
            case TIME -> parses(() -> LocalTime.parse(value));
            case DAY_AND_TIME -> parses(() -> LocalDateTime.parse(value));
        };
    }

    private String spoken() {
        return switch (format) {
            case TEXT, SEVERAL_TEXTS -> "text";
            case COUNT -> "whole number from 0";
            case AMOUNT -> "amount in whole đồng above 0";
            case DEGREES -> "number of degrees";
            case WEEKDAYS -> "row of weekdays from 1 (Monday) to 7 (Sunday)";
            case TIERS -> "row of minutes:percent or minutes:percent:đồng such as 1440:0|240:10";
            case DAY -> "day such as 2026-11-30";
            case TIME -> "time such as 07:30";
            case DAY_AND_TIME -> "day and time such as 2026-11-30T07:30";
        };
    }

    private static boolean parses(Runnable parser) {
        try {
            parser.run();
            return true;
        } catch (DateTimeParseException unreadable) {
            return false;
        }
    }

    private static List<String> names(Enum<?>[] words) {
        return Arrays.stream(words).map(Enum::name).toList();
    }
}
