package vn.busticket.storefront;

import com.vaadin.flow.i18n.I18NProvider;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import vn.busticket.bookings.HistoryEvent;
import vn.busticket.bookings.HistoryLine;
import vn.busticket.shared.Vnd;
import vn.busticket.ui.Formats;

/** Tells a change of a booking in words, without anybody's name. */
final class ChangeWords {

    private ChangeWords() {}

    /** What was changed; empty for everything that is no change. */
    static String of(HistoryLine line) {
        if (line.event() != HistoryEvent.CHANGED && line.event() != HistoryEvent.SPLIT_OFF) {
            return "";
        }
        var detail = line.detail();
        var parts = new ArrayList<String>();
        if (detail.containsKey("leftSeats")) {
            parts.add(words("edit.history.left", detail.getOrDefault("leftSeats", "")));
        }
        if (detail.containsKey("toDeparture")) {
            parts.add(
                    words(
                            "edit.history.trip",
                            departure(detail, "fromDeparture"),
                            departure(detail, "toDeparture")));
        }
        if (detail.containsKey("toSeats")) {
            parts.add(
                    words(
                            "edit.history.seats",
                            detail.getOrDefault("fromSeats", ""),
                            detail.getOrDefault("toSeats", "")));
        }
        if (detail.containsKey("renamedSeats")) {
            parts.add(words("edit.history.names", detail.getOrDefault("renamedSeats", "")));
        }
        if (detail.containsKey("contact")) {
            parts.add(words("edit.history.contact"));
        }
        money(detail, "paidVnd", "edit.history.paid", parts);
        money(detail, "backVnd", "edit.history.back", parts);
        return String.join("; ", parts);
    }

    /** The booking that somebody left, or went to; empty where all stayed together. */
    static Optional<String> otherBooking(HistoryLine line) {
        var detail = line.detail();
        return Optional.ofNullable(detail.getOrDefault("toBooking", detail.get("fromBooking")));
    }

    private static void money(
            Map<String, String> detail, String name, String key, ArrayList<String> parts) {
        var amount = new Vnd(Long.parseLong(detail.getOrDefault(name, "0")));
        if (amount.isPositive()) {
            parts.add(words(key, Formats.current().money(amount)));
        }
    }

    private static String departure(Map<String, String> detail, String name) {
        return Formats.current().shortDateTime(Instant.parse(detail.getOrDefault(name, "")));
    }

    private static String words(String key, Object... arguments) {
        return I18NProvider.translate(key, arguments);
    }
}
