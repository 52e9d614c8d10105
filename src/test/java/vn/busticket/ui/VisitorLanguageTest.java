package vn.busticket.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.busticket.shared.Language;

/** Vietnamese if the browser asks for it or for nothing, else English. */
class VisitorLanguageTest {

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"*", "vi", "vi-VN,vi;q=0.9,en;q=0.8", "fr,vi;q=0.4", "vi-VN", ";;;"})
    void vietnameseIfAskedForItOrForNothing(@Nullable String header) {
        assertThat(VisitorLanguage.ofBrowser(header)).isEqualTo(Language.VI);
    }

    @Test
    void aChoiceTravelsOverHttpsOnlyWhereThereIsHttps() {
        assertThat(VisitorLanguage.remembering(Language.EN, true).getSecure()).isTrue();
        assertThat(VisitorLanguage.remembering(Language.EN, false).getSecure()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"en-US,en;q=0.9", "fr-FR,fr;q=0.9", "ja", "en,vi;q=0.5"})
    void englishElse(String header) {
        assertThat(VisitorLanguage.ofBrowser(header)).isEqualTo(Language.EN);
    }
}
