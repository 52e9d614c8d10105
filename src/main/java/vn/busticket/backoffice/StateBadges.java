package vn.busticket.backoffice;

import com.vaadin.flow.i18n.I18NProvider;
import vn.busticket.bookings.BookingState;
import vn.busticket.payments.AttemptState;
import vn.busticket.payments.TransactionRow;
import vn.busticket.ui.Badge;
import vn.busticket.ui.Tone;

/** States in a word and the colour and shape of their meaning. */
final class StateBadges {

    private StateBadges() {}

    static Badge of(AttemptState state) {
        var tone =
                switch (state) {
                    case PAID -> Tone.OK;
                    case REQUESTED, OPEN -> Tone.INFO;
                    case UNKNOWN, UNDERPAID -> Tone.WARN;
                    case FAILED -> Tone.BAD;
                    case CANCELLED, EXPIRED -> Tone.NEUTRAL;
                };
        return badge(tone, "desk.attempt." + state.name());
    }

    static Badge of(BookingState state) {
        var tone =
                switch (state) {
                    case CONFIRMED, COMPLETED -> Tone.OK;
                    case AWAITING_PAYMENT -> Tone.INFO;
                    case EXPIRED, CANCELLED -> Tone.NEUTRAL;
                };
        return badge(tone, "bookings.state." + state.name());
    }

    /** Where the money of a transfer is, in a word: the place that needs somebody first. */
    static Badge of(TransactionRow transfer) {
        var places = transfer.places();
        if (!transfer.isSettled()) {
            return badge(Tone.WARN, "desk.transfer.UNSETTLED");
        }
        if (places.unallocated().isPositive()) {
            return badge(Tone.BAD, "desk.place.UNALLOCATED");
        }
        if (places.dueForRefund().isPositive()) {
            return badge(Tone.WARN, "desk.place.DUE_FOR_REFUND");
        }
        if (places.inRefund().isPositive()) {
            return badge(Tone.INFO, "desk.place.IN_REFUND");
        }
        if (places.allocated().isPositive()) {
            return badge(Tone.OK, "desk.place.ALLOCATED");
        }
        return badge(Tone.NEUTRAL, "desk.place.REFUNDED");
    }

    static Badge badge(Tone tone, String key, Object... arguments) {
        return new Badge(tone, I18NProvider.translate(key, arguments));
    }
}
