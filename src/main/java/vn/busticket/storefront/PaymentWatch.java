package vn.busticket.storefront;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.Command;
import java.util.Map;
import vn.busticket.cluster.ClusterNotices;
import vn.busticket.ui.Background;

/**
 * Tells an open screen when an attempt or its booking changed, by the notices of the cluster; a
 * slow poll covers a notice or a connection that was lost.
 */
@org.springframework.stereotype.Component
class PaymentWatch {

    private static final int POLL_MILLIS = 5_000;
    private static final int NEVER = -1;

    private final ClusterNotices notices;

    PaymentWatch(ClusterNotices notices) {
        this.notices = notices;
    }

    /**
     * Watches for as long as the screen is open.
     *
     * @param screen what is shown
     * @param attemptToken the attempt, or empty if only the booking is watched
     * @param bookingCode the booking
     * @param changed called on the screen's thread
     */
    void watch(Component screen, String attemptToken, String bookingCode, Command changed) {
        followWhenShown(screen, Map.of("attempt", attemptToken, "booking", bookingCode), changed);
    }

    /** As {@link #watch}, for a refund. */
    void watchRefund(Component screen, String refundToken, Command changed) {
        followWhenShown(screen, Map.of("refund", refundToken), changed);
    }

    private void followWhenShown(
            Component screen, Map<String, String> keysByTopic, Command changed) {
        if (screen.isAttached()) {
            follow(screen, keysByTopic, changed);
        } else {
            screen.addAttachListener(attached -> {
                attached.unregisterListener();
                follow(screen, keysByTopic, changed);
            });
        }
    }

    private void follow(Component screen, Map<String, String> keysByTopic, Command changed) {
        var ui = screen.getUI().orElseThrow();
        var subscriptions =
                keysByTopic.entrySet().stream()
                        .map(notice -> subscribe(notice.getKey(), notice.getValue(), ui, changed))
                        .toList();
        var polling = ui.addPollListener(poll -> changed.execute());
        ui.setPollInterval(POLL_MILLIS);
        // What changed between drawing the screen and listening was told to nobody.
        Background.show(ui, changed);
        screen.addDetachListener(detached -> {
            detached.unregisterListener();
            subscriptions.forEach(ClusterNotices.Registration::remove);
            polling.remove();
            ui.setPollInterval(NEVER);
        });
    }

    private ClusterNotices.Registration subscribe(
            String topic, String key, UI ui, Command changed) {
        return notices.subscribe(
                topic,
                heard -> {
                    if (heard.equals(key) || heard.equals(ClusterNotices.ALL)) {
                        Background.show(ui, changed);
                    }
                });
    }
}
