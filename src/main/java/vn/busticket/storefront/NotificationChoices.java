package vn.busticket.storefront;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.busticket.accounts.AccountId;
import vn.busticket.accounts.MessagePreference;
import vn.busticket.accounts.MessagePreferences;
import vn.busticket.accounts.MessageTopic;
import vn.busticket.notifications.Channels;

/** What the table of notifications asks of the rooms below. */
@Component
class NotificationChoices {

    private final MessagePreferences preferences;
    private final Channels channels;

    NotificationChoices(MessagePreferences preferences, Channels channels) {
        this.preferences = preferences;
        this.channels = channels;
    }

    List<MessagePreference> of(AccountId account) {
        return preferences.of(account);
    }

    /** True if texts can be sent at all. */
    boolean hasSms() {
        return channels.hasSms();
    }

    void chooseEmail(AccountId account, MessageTopic topic, boolean wanted) {
        preferences.chooseEmail(account, topic, wanted);
    }

    void chooseSms(AccountId account, MessageTopic topic, boolean wanted) {
        preferences.chooseSms(account, topic, wanted);
    }
}
