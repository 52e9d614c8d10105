package vn.busticket.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.busticket.shared.Language;

/** Both languages say everything, and neither answers for the other. */
class MessagesTest {

    /**
     * Values that are shown; one that only picks the plural is English alone, Vietnamese has none.
     */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d(?!,choice,)");

    @Test
    void bothLanguagesHaveTheSameSentences() throws IOException {
        assertThat(new TreeSet<>(bundle("").stringPropertyNames()))
                .isEqualTo(new TreeSet<>(bundle("_en").stringPropertyNames()));
    }

    @Test
    void bothLanguagesFillTheSamePlaceholders() throws IOException {
        var vietnamese = bundle("");
        var english = bundle("_en");
        for (var key : vietnamese.stringPropertyNames()) {
            assertThat(placeholders(english.getProperty(key, "")))
                    .as(key)
                    .isEqualTo(placeholders(vietnamese.getProperty(key)));
        }
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

    private static String placeholders(String sentence) {
        return PLACEHOLDER
                .matcher(sentence)
                .results()
                .map(found -> found.group())
                .sorted()
                .distinct()
                .collect(Collectors.joining());
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
