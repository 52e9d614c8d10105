package vn.busticket.backoffice;

import com.vaadin.flow.i18n.I18NProvider;
import vn.busticket.bookings.BookingState;
import vn.busticket.payments.AttemptState;
import vn.busticket.payments.ExceptionView;
import vn.busticket.payments.GatewayTransaction;
import vn.busticket.payments.ReconciliationRun;
import vn.busticket.payments.RefundRow;
import vn.busticket.payments.RefundState;
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
        if (!transfer.currency().equals(GatewayTransaction.DONG)) {
            return badge(Tone.NEUTRAL, "desk.transfer.FOREIGN");
        }
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

    static Badge of(ExceptionView exception) {
        var tone =
                switch (exception.kind()) {
                    case UNKNOWN_ORDER, DECISION_FAILED -> Tone.WARN;
                    case WRONG_CURRENCY, CONTRADICTION, PAID_OUT_TWICE -> Tone.BAD;
                };
        return badge(
                exception.isOpen() ? tone : Tone.NEUTRAL,
                "desk.exception." + exception.kind().name());
    }

    static Badge of(RefundRow row) {
        return of(row.refund().state(), row.approvals());
    }

    /**
     * @param approvals how many people agree already
     */
    static Badge of(RefundState state, int approvals) {
        var tone =
                switch (state) {
                    case NEEDS_ACCOUNT, NEEDS_APPROVAL -> Tone.WARN;
                    case APPROVED, REQUESTED, PROCESSING -> Tone.INFO;
                    case UNKNOWN, FAILED -> Tone.BAD;
                    case REFUNDED -> Tone.OK;
                };
        return badge(tone, "desk.refund.state." + state.name(), approvals + 1);
    }

    static Badge of(ReconciliationRun run) {
        if (run.isRunning()) {
            return badge(Tone.INFO, "desk.run.RUNNING");
        }
        if (run.unhealed() > 0) {
            return badge(Tone.BAD, "desk.run.DIFFERENCES", run.unhealed());
        }
        return run.differences() > 0
                ? badge(Tone.WARN, "desk.run.HEALED", run.differences())
                : badge(Tone.OK, "desk.run.EQUAL");
    }

    /** Why money goes back, in a word or two. */
    static String reason(RefundRow row) {
        return I18NProvider.translate("desk.refund.reason." + row.refund().reason().name());
    }

    static Badge badge(Tone tone, String key, Object... arguments) {
        return new Badge(tone, I18NProvider.translate(key, arguments));
    }
}
