package vn.busticket.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What an expression of Prometheus asks for.
 *
 * @param metric its name
 * @param matchers what its labels shall be
 */
record Selector(String metric, List<Matcher> matchers) {

    private static final String NAME = "[a-zA-Z_:][a-zA-Z0-9_:]*";
    private static final Pattern WITH_LABELS = Pattern.compile("(" + NAME + ")\\{([^}]*)\\}");
    private static final Pattern MATCHER =
            Pattern.compile("(\\w+)\\s*(=~|!~|!=|=)\\s*\"([^\"]*)\"");
    private static final Pattern GROUPING =
            Pattern.compile(
                    "\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\(([^)]*)\\)");
    private static final Pattern BARE =
            Pattern.compile("(?<![\\w.:])(" + NAME + ")(?!\\s*\\(|[\\w:])");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset");

    /**
     * What one label shall be.
     *
     * @param operator {@code =}, {@code !=}, {@code =~} or {@code !~}
     */
    record Matcher(String label, String operator, String value) {

        /** The values that it names; none if it describes them by a pattern. */
        List<String> namedValues() {
            return value.matches("[\\w /|-]*") || !operator.endsWith("~")
                    ? List.of(operator.endsWith("~") ? value.split("\\|") : new String[] {value})
                    : List.of();
        }
    }

    /** All selectors of an expression. */
    static List<Selector> of(String expression) {
        var found = new ArrayList<Selector>();
        var labelled = WITH_LABELS.matcher(expression);
        while (labelled.find()) {
            found.add(new Selector(labelled.group(1), matchers(labelled.group(2))));
        }
        var rest =
                WITH_LABELS
                        .matcher(GROUPING.matcher(expression).replaceAll(" "))
                        .replaceAll(" ")
                        .replaceAll("\\[[^]]*\\]", " ");
        var bare = BARE.matcher(rest);
        while (bare.find()) {
            if (!WORDS.contains(bare.group(1))) {
                found.add(new Selector(bare.group(1), List.of()));
            }
        }
        return found;
    }

    /** The labels that an expression groups by. */
    static Set<String> groupings(String expression) {
        var labels = new TreeSet<String>();
        var grouping = GROUPING.matcher(expression);
        while (grouping.find()) {
            labels.addAll(List.of(grouping.group(1).strip().split("\\s*,\\s*")));
        }
        labels.remove("");
        return labels;
    }

    private static List<Matcher> matchers(String text) {
        return MATCHER.matcher(text)
                .results()
                .map(match -> new Matcher(match.group(1), match.group(2), match.group(3)))
                .toList();
    }
}
