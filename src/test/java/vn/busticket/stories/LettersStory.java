package vn.busticket.stories;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.busticket.notifications.SampleData;
import vn.busticket.notifications.SamplePages;
import vn.busticket.shared.Language;

/** A walk past every e-mail: it fits every mail program, by day and by night, and can be read. */
@RequiresChromium
@Tag("P6.1")
class LettersStory {

    @ParameterizedTest
    @EnumSource(Words.class)
    void everyLetterFitsEveryMailProgramAndEveryPerson(Words words) {
        try (var chromium = Chromium.start();
                var reader = chromium.phone(words.locale())) {
            var page = reader.newPage();
            var looks = new Looks(page, words);
            walk(page, looks, SampleData.USUAL, words, true);
            walk(page, looks, SampleData.LARGE, words, false);
        }
    }

    private static void walk(
            Page page, Looks looks, SampleData data, Words words, boolean isRead) {
        var language = words == Words.VIETNAMESE ? Language.VI : Language.EN;
        SamplePages.of(data, language)
                .forEach((name, html) -> {
                    page.setContent(html);
                    looks.checkLetter(name, isRead);
                });
    }
}
