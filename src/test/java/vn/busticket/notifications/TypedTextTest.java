package vn.busticket.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.busticket.documents.Templates;
import vn.busticket.shared.Language;
import vn.busticket.shared.PlainText;
import vn.busticket.tickets.Samples;

/** Whatever people type stays text: in every letter, in both languages, in every channel. */
@Tag("P6.2")
class TypedTextTest {

    private static final Map<String, WrittenLetter> HARMLESS = new HashMap<>();

    private final LetterWriter writer = new LetterWriter(new Templates(), Samples.IMPRINT);
    private final SmsWriter smsWriter = new SmsWriter();

    static Stream<String> typed() {
        return Letters.TYPED.stream();
    }

    /** Who had an account erased is not called by name any more. */
    private static final LetterSample NAMES_NOBODY = LetterSample.ACCOUNT_ERASED;

    @ParameterizedTest
    @MethodSource("typed")
    void itBecomesNoMarkupNoLineAndNoCode(String typed) {
        for (var language : Language.values()) {
            for (var sample : LetterSample.values()) {
                var letter = Letters.of(sample, SampleData.USUAL, language);
                var harmless =
                        HARMLESS.computeIfAbsent(
                                sample + " " + language,
                                _ -> writer.write(Letters.typed(letter, "Hoa")));
                staysText(sample, typed, harmless, writer.write(Letters.typed(letter, typed)));
            }
        }
    }

    private static void staysText(
            LetterSample sample, String typed, WrittenLetter harmless, WrittenLetter written) {
        var page = Jsoup.parse(written.html());
        var shown = PlainText.oneLine(typed);
        assertThat(built(page)).as(sample.name()).isEqualTo(built(Jsoup.parse(harmless.html())));
        if (sample != NAMES_NOBODY) {
            assertThat(page.wholeText()).as(sample.name()).contains(shown);
            assertThat(written.text()).as(sample.name()).contains(shown);
        }
        assertThat(written.text().lines())
                .as(sample.name())
                .hasSameSizeAs(harmless.text().lines().toList());
        assertThat(List.of(written.html(), written.text(), written.subject()))
                .as(sample.name())
                .allSatisfy(text ->
                        assertThat(text)
                                .doesNotContainPattern("[\\p{Cntrl}&&[^\\n]]")
                                .doesNotContainPattern("[\\u202a-\\u202e\\u2066-\\u2069\\u2028]"));
        assertThat(written.subject()).as(sample.name()).doesNotContain("\n", "\r");
    }

    @ParameterizedTest
    @MethodSource("typed")
    void itBecomesNothingButPlainCharactersOfOneShortText(String typed) {
        for (var language : Language.values()) {
            for (var sample : LetterSample.values()) {
                var letter = Letters.of(sample, SampleData.USUAL, language);
                smsWriter
                        .write(Letters.typed(letter, typed))
                        .ifPresent(text -> SmsWriterTest.isOnePart(sample, text));
            }
        }
    }

    /** The elements and their attributes, without any text. */
    private static List<String> built(Document page) {
        return page.getAllElements().stream()
                .map(element ->
                        element.tagName()
                                + element.attributes().asList().stream()
                                        .map(Attribute::getKey)
                                        .toList())
                .toList();
    }
}
