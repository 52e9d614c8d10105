package vn.busticket.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.busticket.shared.Language;

/** Both languages say everything, and neither answers for the other. */
class MessagesTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)(,choice,)?");

    @Test
    void bothLanguagesHaveTheSameSentences() throws IOException {
        assertThat(new TreeSet<>(bundle("").stringPropertyNames()))
                .isEqualTo(new TreeSet<>(bundle("_en").stringPropertyNames()));
    }

    /** English may besides pick a plural by a number that Vietnamese does not need. */
    @Test
    void bothLanguagesFillTheSamePlaceholders() throws IOException {
        var vietnamese = bundle("");
        var english = bundle("_en");
        for (var key : vietnamese.stringPropertyNames()) {
            var shown = placeholders(vietnamese.getProperty(key), found -> true);
            var sentence = english.getProperty(key, "");
            var needed = placeholders(sentence, found -> found.group(2) == null);
            needed.addAll(shown);
            assertThat(shown).as(key).isEqualTo(needed);
            assertThat(placeholders(sentence, found -> true)).as(key).containsAll(shown);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everySentenceCanBeSaidOfOneAndOfMany(Language language) throws IOException {
        var vietnamese = bundle("");
        var english = bundle("_en");
        for (var key : vietnamese.stringPropertyNames()) {
            var numbers =
                    placeholders(vietnamese.getProperty(key), found -> found.group(2) != null);
            numbers.addAll(placeholders(english.getProperty(key), found -> found.group(2) != null));
            for (var number : List.of(1, 2)) {
                assertIsSaid(language, key, numbers, number);
            }
        }
    }

    private static void assertIsSaid(
            Language language, String key, Set<String> numbers, int number) {
        var pattern = Messages.text(language, key);
        var filled = placeholders(pattern, found -> true);
        if (filled.isEmpty()) {
            return;
        }
        var values =
                IntStream.range(0, 10)
                        .mapToObj(index ->
                                numbers.contains(Integer.toString(index))
                                        ? (Object) number
                                        : "value" + index)
                        .toArray();
        var said = Messages.text(language, key, values);
        assertThat(said).as(key).isNotBlank().doesNotContain("{", "}", "|", "#");
        assertThat(pattern).as("%s: an apostrophe hides what follows it", key).doesNotContain("'");
        placeholders(pattern, found -> found.group(2) == null).stream()
                .filter(index -> !numbers.contains(index))
                .forEach(index -> assertThat(said).as(key).contains("value" + index));
    }

    @Test
    void vietnameseStaysVietnameseOnAnEnglishMachine() {
        var machine = Locale.getDefault();
        try {
            Locale.setDefault(Locale.US);
            assertThat(Messages.text(Language.VI, "ui.nav.signIn")).isEqualTo("Đăng nhập");
            assertThat(Messages.text(Language.EN, "ui.nav.signIn")).isEqualTo("Sign in");
        } finally {
            Locale.setDefault(machine);
        }
    }

    private static Set<String> placeholders(String sentence, Predicate<MatchResult> wanted) {
        return PLACEHOLDER
                .matcher(sentence)
                .results()
                .filter(wanted)
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties bundle(String suffix) throws IOException {
        var file = "/vaadin-i18n/translations" + suffix + ".properties";
        var sentences = new Properties();
        try (var stream =
                        Objects.requireNonNull(MessagesTest.class.getResourceAsStream(file), file);
                var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            sentences.load(reader);
        }
        return sentences;
    }
}
