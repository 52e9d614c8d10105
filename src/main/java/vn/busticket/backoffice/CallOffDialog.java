package vn.busticket.backoffice;

import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.i18n.I18NProvider;
import vn.busticket.bookings.TripStanding;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Look;

/** Calls a trip off, after saying whom it concerns and how much goes back. */
final class CallOffDialog {

    private final DisruptionDesk desk;
    private final TripStanding seen;
    private final DecisionDialog dialog;
    private final TextArea reason;

    CallOffDialog(DisruptionDesk desk, TripStanding seen) {
        this.desk = desk;
        this.seen = seen;
        var formats = Formats.current();
        var concerned = seen.concerned();
        dialog =
                new DecisionDialog(
                        words(
                                "desk.trip.callOff.title",
                                desk.way(seen.trip()),
                                formats.shortDateTime(seen.trip().departsAt(0))),
                        words(
                                "desk.trip.callOff.what",
                                concerned.bookings(),
                                concerned.passengers(),
                                formats.money(concerned.paid()),
                                concerned.unpaid()));
        reason = dialog.reason(words("desk.trip.reason"));
    }

    void open() {
        var trip = seen.trip().id();
        dialog.offer(
                Look.DANGER,
                words("desk.trip.callOff.do"),
                () -> desk.callOff(trip, reason.getValue()),
                () -> DecisionDialog.done(words("desk.trip.callOff.done")));
    }

    private static String words(String key, Object... arguments) {
        return I18NProvider.translate(key, arguments);
    }
}
