package vn.busticket.storefront;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.i18n.I18NProvider;
import vn.busticket.bookings.BookingState;
import vn.busticket.ui.Badge;
import vn.busticket.ui.Sign;
import vn.busticket.ui.Tone;

/** The state of a booking in a word or two. */
final class BookingBadge {

    private BookingBadge() {}

    static Component of(BookingState state) {
        var words = I18NProvider.translate("bookings.state." + state.name());
        return switch (state) {
            case AWAITING_PAYMENT -> new Badge(Tone.WARN, words).with(Sign.CLOCK);
            case CONFIRMED -> new Badge(Tone.OK, words).with(Sign.CHECK);
            case COMPLETED -> new Badge(Tone.NEUTRAL, words).with(Sign.CHECK);
            case EXPIRED, CANCELLED -> new Badge(Tone.BAD, words).with(Sign.CANCEL);
        };
    }
}
