package vn.busticket.testing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.busticket.shared.SqlTime;

/**
 * What must be true whatever happened: {@code invariants.sql} finds the rows that break it, here
 * all in one statement.
 */
public final class Invariants {

    /** Whose lease has ended is taken up again by a job within this time. */
    private static final Duration TAKEN_UP_WITHIN = Duration.ofMinutes(1);

    private static final Pattern NAME = Pattern.compile("(?m)^-- (?=I\\d )");
    private static final String ONLY_AT_REST = "I5 ";
    private static final Map<String, String> BREACHES = read();

    private static final String AT_ANY_TIME =
            union(invariant -> !invariant.startsWith(ONLY_AT_REST));
    private static final String AT_REST = union(invariant -> true);

    private Invariants() {}

    /** What each of them says, with its number in front. */
    public static Set<String> names() {
        return BREACHES.keySet();
    }

    /**
     * Looks at all rows for what may not be at any time.
     *
     * @throws AssertionError naming each invariant that is broken and some rows
     */
    public static void check(JdbcClient database) {
        check(database, Rows.ALL);
    }

    /** The same for some rows. */
    public static void check(JdbcClient database, Rows rows) {
        assertNone(rows.in(database, AT_ANY_TIME));
    }

    /**
     * Looks at all rows for what may not be once all queues are drained: nothing is in progress
     * beyond its lease either.
     *
     * @throws AssertionError naming each invariant that is broken and some rows
     */
    public static void checkAtRest(JdbcClient database, Instant now) {
        checkAtRest(database, Rows.ALL, now);
    }

    /** The same for some rows. */
    public static void checkAtRest(JdbcClient database, Rows rows, Instant now) {
        assertNone(
                rows.in(database, AT_REST)
                        .param("overdue", SqlTime.of(now.minus(TAKEN_UP_WITHIN))));
    }

    private static void assertNone(JdbcClient.StatementSpec breaches) {
        var broken =
                breaches
                        .query((row, number) ->
                                Map.entry(
                                        row.getString("invariant"),
                                        String.valueOf(row.getString("breach"))))
                        .list()
                        .stream()
                        .collect(
                                groupingBy(
                                        Map.Entry::getKey,
                                        LinkedHashMap::new,
                                        mapping(Map.Entry::getValue, toList())));
        if (!broken.isEmpty()) {
            throw new AssertionError(
                    broken.entrySet().stream()
                            .map(found -> found.getKey() + ": " + found.getValue())
                            .collect(joining("\n", "Broken invariants:\n", "")));
        }
    }

    private static String union(Predicate<String> which) {
        return BREACHES.entrySet().stream()
                .filter(invariant -> which.test(invariant.getKey()))
                .map(invariant ->
                        """
                        (select '%s' as invariant, breach
                           from (%s limit 5) as found (breach))
                        """
                                .formatted(invariant.getKey(), invariant.getValue()))
                .collect(joining("union all\n"));
    }

    private static Map<String, String> read() {
        var breaches = new LinkedHashMap<String, String>();
        for (var part : NAME.splitAsStream(text()).skip(1).toList()) {
            var end = part.indexOf('\n');
            breaches.put(part.substring(0, end), part.substring(end + 1).strip());
        }
        return breaches;
    }

    private static String text() {
        try {
            return new ClassPathResource("invariants.sql")
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
