package vn.busticket.backoffice;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import vn.busticket.bookings.OperatorChange;
import vn.busticket.bookings.TripStanding;
import vn.busticket.shared.Language;
import vn.busticket.shared.VietnamTime;
import vn.busticket.ui.DayPicker;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Look;

/** Moves a trip to another time, after saying by how much and whom it concerns. */
final class MoveDialog {

    private static final Duration STEP = Duration.ofMinutes(15);

    private final DisruptionDesk desk;
    private final TripStanding seen;
    private final Formats formats = Formats.current();
    private final DecisionDialog dialog;
    private final DayPicker day = new DayPicker(words("desk.trip.move.day"));
    private final TimePicker time = new TimePicker(words("desk.trip.move.time"));
    private final Paragraph effect = new Paragraph();
    private final TextArea reason;

    MoveDialog(DisruptionDesk desk, TripStanding seen) {
        this.desk = desk;
        this.seen = seen;
        var concerned = seen.concerned();
        dialog =
                new DecisionDialog(
                        words("desk.trip.move.title", desk.way(seen.trip())),
                        words(
                                "desk.trip.move.what",
                                concerned.bookings(),
                                concerned.passengers(),
                                formats.dateTime(before())));
        var now = VietnamTime.at(before());
        day.setValue(now.toLocalDate());
        time.setStep(STEP);
        // The clock of 24 hours, as on every ticket.
        time.setLocale(Language.VI.locale());
        time.setValue(now.toLocalTime());
        day.addValueChangeListener(changed -> show());
        time.addValueChangeListener(changed -> show());
        effect.getElement().setAttribute("role", "status");
        dialog.with(day).with(time).with(effect).checking(() -> wanted().isPresent());
        reason = dialog.reason(words("desk.trip.reason"));
        show();
    }

    void open() {
        dialog.offer(
                Look.PRIMARY,
                words("desk.trip.move.do"),
                () ->
                        desk.move(
                                seen.trip().id(),
                                before(),
                                wanted().orElseThrow(),
                                reason.getValue()),
                () -> DecisionDialog.done(words("desk.trip.move.done")));
    }

    private void show() {
        effect.setText(wanted().map(this::effect).orElse(words("desk.trip.move.choose")));
    }

    private String effect(Instant wanted) {
        var shift = Duration.between(before(), wanted);
        if (shift.isZero()) {
            return words("desk.trip.move.choose");
        }
        var key = shift.isNegative() ? "desk.trip.move.earlier" : "desk.trip.move.later";
        var said = words(key, formats.dateTime(wanted), formats.duration(shift.abs()));
        return OperatorChange.isConsiderable(shift)
                ? said + " " + words("desk.trip.move.considerable")
                : said;
    }

    private Optional<Instant> wanted() {
        return Optional.ofNullable(day.getValue())
                .flatMap(date -> Optional.ofNullable(time.getValue()).map(date::atTime))
                .map(VietnamTime::instantOf);
    }

    private Instant before() {
        return seen.trip().departsAt(0);
    }

    private static String words(String key, Object... arguments) {
        return I18NProvider.translate(key, arguments);
    }
}
