package vn.busticket;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The values that were given, and what is wrong with them. */
final class SettingValues {

    /** The ending of a name whose value is the path of a file that holds the secret. */
    static final String FILE = "_FILE";

    private final Function<String, @Nullable String> environment;

    SettingValues(Function<String, @Nullable String> environment) {
        this.environment = environment;
    }

    /** The value of a setting, empty if it is missing or blank. */
    Optional<String> of(String name) {
        return Optional.ofNullable(environment.apply(name))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    boolean isGiven(String name) {
        return of(name).isPresent();
    }

    /** Everything that is missing or contradictory, in the order of the README. */
    List<Problem> problems() {
        var problems = new ArrayList<Problem>();
        for (var setting : Settings.ALL) {
            problem(setting).ifPresent(why -> problems.add(new Problem(setting, why)));
        }
        for (var rule : SettingRule.ALL) {
            rule.check()
                    .apply(this)
                    .ifPresent(why ->
                            problems.add(
                                    new Problem(
                                            String.join(", ", rule.names()),
                                            why,
                                            source(rule.names().getFirst()))));
        }
        return problems;
    }

    private Optional<String> problem(Setting setting) {
        var file = of(setting.name() + FILE);
        if (file.isPresent() && !Files.isReadable(Path.of(file.get()))) {
            return Optional.of("is to be read from a file that cannot be read: " + file.get());
        }
        var given = names(setting).filter(this::isGiven).toList();
        if (given.isEmpty()) {
            return setting.isRequired() ? Optional.of("is missing") : Optional.empty();
        }
        var values = given.stream().map(name -> of(name).orElseThrow()).distinct().toList();
        if (values.size() > 1) {
            return Optional.of(
                    "has two values, given as %s and %s"
                            .formatted(given.getFirst(), given.getLast()));
        }
        return setting.form().accepts().test(values.getFirst())
                ? Optional.empty()
                : Optional.of("must be " + setting.form().wanted());
    }

    private static Stream<String> names(Setting setting) {
        return Stream.concat(Stream.of(setting.name()), setting.otherNames().stream());
    }

    private static String source(String name) {
        return Settings.ALL.stream()
                .filter(setting -> setting.name().equals(name))
                .findFirst()
                .orElseThrow()
                .source();
    }

    /**
     * One thing to put right.
     *
     * @param names the setting or settings
     * @param why what is wrong, as the end of a sentence
     * @param source where a value comes from
     */
    record Problem(String names, String why, String source) {

        Problem(Setting setting, String why) {
            this(setting.name(), why, setting.source());
        }
    }
}
