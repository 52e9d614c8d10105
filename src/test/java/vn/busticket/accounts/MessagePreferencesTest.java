package vn.busticket.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.busticket.shared.EmailAddress;
import vn.busticket.shared.Language;
import vn.busticket.shared.PhoneNumber;
import vn.busticket.testing.ApplicationTest;
import vn.busticket.testing.ProvedPeople;

/** What a person chose to be told. */
@Tag("P6.7")
class MessagePreferencesTest extends ApplicationTest {

    @Autowired private MessagePreferences preferences;
    @Autowired private ProvedPeople people;

    private String email;
    private AccountId account;

    @BeforeEach
    void register() {
        email = "person" + UUID.randomUUID() + "@example.vn";
        account =
                people.register(
                        new Registration(
                                "Người Mẫu",
                                new EmailAddress(email),
                                new PhoneNumber("+84901234567"),
                                "chuyến xe đêm về quê",
                                Language.VI));
    }

    @Test
    void everythingIsOnAtFirst() {
        assertThat(preferences.of(account))
                .hasSize(MessageTopic.values().length)
                .allSatisfy(preference -> {
                    assertThat(preference.byEmail()).isTrue();
                    assertThat(preference.bySms()).isTrue();
                });
    }

    @Test
    void aChoiceStaysAndMayBeRepeated() {
        preferences.chooseSms(account, MessageTopic.CONFIRMATION, false);
        preferences.chooseSms(account, MessageTopic.CONFIRMATION, false);
        preferences.chooseEmail(account, MessageTopic.EXPIRY, false);

        assertThat(preferences.wantsSms(account, MessageTopic.CONFIRMATION)).isFalse();
        assertThat(preferences.wantsEmail(account, email, MessageTopic.CONFIRMATION)).isTrue();
        assertThat(preferences.wantsEmail(account, email, MessageTopic.EXPIRY)).isFalse();

        preferences.chooseEmail(account, MessageTopic.EXPIRY, true);
        assertThat(preferences.wantsEmail(account, email, MessageTopic.EXPIRY)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(MessageTopic.class)
    void whatIsObligatoryCannotBeTurnedOffByWhicheverDoor(MessageTopic topic) {
        if (topic.isAlwaysByEmail()) {
            assertThatThrownBy(() -> preferences.chooseEmail(account, topic, false))
                    .isInstanceOf(IllegalArgumentException.class);
            preferences.unsubscribe(email);
            assertThat(preferences.wantsEmail(account, email, topic)).isTrue();
        }
        if (!topic.isAlsoBySms()) {
            assertThatThrownBy(() -> preferences.chooseSms(account, topic, true))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(preferences.wantsSms(account, topic)).isFalse();
        }
    }

    @Test
    void theLinkInAReminderAndTheProfileSayTheSame() {
        preferences.unsubscribe(email);
        assertThat(reminder().byEmail()).isFalse();

        preferences.chooseEmail(account, MessageTopic.REMINDER, true);
        assertThat(reminder().byEmail()).isTrue();
        assertThat(preferences.isUnsubscribed(email)).isFalse();

        preferences.chooseEmail(account, MessageTopic.REMINDER, false);
        preferences.subscribeAgain(email);
        assertThat(reminder().byEmail()).isTrue();
    }

    @Test
    void guestsAreKnownByTheirAddressHoweverItIsTyped() {
        preferences.unsubscribe(" Guest" + email.toUpperCase(Locale.ROOT));

        assertThat(preferences.wantsEmail(null, "guest" + email, MessageTopic.REMINDER)).isFalse();
        assertThat(preferences.wantsEmail(null, email, MessageTopic.REMINDER)).isTrue();
        assertThat(preferences.wantsSms(null, MessageTopic.REMINDER)).isTrue();
    }

    private MessagePreference reminder() {
        return preferences.of(account).stream()
                .filter(preference -> preference.topic() == MessageTopic.REMINDER)
                .findFirst()
                .orElseThrow();
    }
}
