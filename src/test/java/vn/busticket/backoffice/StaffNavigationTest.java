package vn.busticket.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.busticket.accounts.Role;

/** Whoever looks for a screen finds it by its name. */
@Tag("P7.2")
class StaffNavigationTest {

    @ParameterizedTest
    @CsvSource({"ADMINISTRATOR,vi", "ADMINISTRATOR,en", "OPERATOR_STAFF,vi", "OPERATOR_STAFF,en"})
    void noTwoPlacesHaveTheSameName(Role role, String language) {
        var words =
                ResourceBundle.getBundle(
                        "vaadin-i18n.translations",
                        language.equals("vi") ? Locale.ROOT : Locale.of(language));

        assertThat(StaffSection.of(role))
                .flatExtracting(StaffSection::places)
                .extracting(StaffPlace::messageKey)
                .isNotEmpty()
                .extracting(words::getString)
                .doesNotHaveDuplicates();
    }
}
