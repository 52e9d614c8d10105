package vn.busticket.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.busticket.notifications.AttemptOutcome;
import vn.busticket.notifications.Channel;
import vn.busticket.notifications.FailureKind;
import vn.busticket.notifications.NotificationKind;
import vn.busticket.notifications.NotificationState;
import vn.busticket.notifications.SuppressionReason;
import vn.busticket.notifications.SuppressionSource;

/** Whatever can stand in a log has words for staff. */
@Tag("P6.5")
class MessageWordsTest {

    @Test
    void everyKindStateAndFailureHasWords() {
        var words = ResourceBundle.getBundle("vaadin-i18n.translations", Locale.ROOT);
        assertThat(
                        Stream.of(
                                        of("desk.message.kind.", NotificationKind.values()),
                                        of("desk.message.channel.", Channel.values()),
                                        of("desk.message.state.", NotificationState.values()),
                                        of("desk.message.outcome.", AttemptOutcome.values()),
                                        of("desk.message.failure.", FailureKind.values()),
                                        of("desk.suppression.", SuppressionReason.values()),
                                        of("desk.suppression.", SuppressionSource.values()),
                                        of("desk.messages.tab.", MessageTab.values()))
                                .flatMap(keys -> keys))
                .isSubsetOf(words.keySet());
    }

    private static Stream<String> of(String prefix, Enum<?>... values) {
        return Arrays.stream(values).map(value -> prefix + value.name());
    }
}
