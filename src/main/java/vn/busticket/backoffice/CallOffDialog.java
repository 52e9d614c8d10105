package vn.busticket.backoffice;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.busticket.bookings.OtherRun;
import vn.busticket.bookings.TripStanding;
import vn.busticket.trips.TripId;
import vn.busticket.ui.ChoiceField;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Look;

/**
 * Calls a trip off, after saying whom it concerns and how much goes back, or by which other trip
 * the passengers go instead.
 */
final class CallOffDialog {

    private final DisruptionDesk desk;
    private final TripStanding seen;
    private final DecisionDialog dialog;
    private final Formats formats = Formats.current();
    private final Paragraph meaning = new Paragraph();
    private final TextArea reason;
    private Optional<TripId> other = Optional.empty();

    CallOffDialog(DisruptionDesk desk, TripStanding seen) {
        this.desk = desk;
        this.seen = seen;
        var concerned = seen.concerned();
        dialog =
                new DecisionDialog(
                        words(
                                "desk.trip.callOff.title",
                                desk.way(seen.trip()),
                                formats.shortDateTime(seen.trip().departsAt(0))),
                        words(
                                "desk.trip.callOff.concerned",
                                concerned.bookings(),
                                concerned.passengers(),
                                concerned.unpaid()));
        var runs = desk.otherRuns(seen.trip().id());
        if (!runs.isEmpty()) {
            dialog.with(choice(runs));
        }
        meaning.getElement().setAttribute("role", "status");
        dialog.with(meaning);
        tellMeaning();
        reason = dialog.reason(words("desk.trip.reason"));
    }

    void open() {
        var trip = seen.trip().id();
        dialog.offer(
                Look.DANGER,
                words("desk.trip.callOff.do"),
                () -> desk.callOff(trip, other, reason.getValue()),
                () ->
                        DecisionDialog.done(
                                words(
                                        other.isPresent()
                                                ? "desk.trip.callOff.moving"
                                                : "desk.trip.callOff.done")));
    }

    private ChoiceField<Optional<TripId>> choice(List<OtherRun> runs) {
        var ids =
                Stream.concat(
                                Stream.of(Optional.<TripId>empty()),
                                runs.stream().map(run -> Optional.of(run.trip().id())))
                        .toList();
        return new ChoiceField<>(
                        words("desk.trip.callOff.instead"),
                        ids,
                        id ->
                                id.map(one -> words(runs, one))
                                        .orElse(words("desk.trip.callOff.refund")),
                        Optional.<TripId>empty())
                .onChoice(id -> {
                    other = id;
                    tellMeaning();
                });
    }

    private String words(List<OtherRun> runs, TripId id) {
        return runs.stream()
                .filter(run -> run.trip().id().equals(id))
                .findFirst()
                .map(run ->
                        words(
                                "desk.trip.callOff.run",
                                formats.shortDateTime(run.trip().departsAt(0)),
                                run.trip().busType().name(formats.language()),
                                run.freeSeats()))
                .orElse("");
    }

    private void tellMeaning() {
        meaning.setText(
                other.isPresent()
                        ? words("desk.trip.callOff.what.moving")
                        : words("desk.trip.callOff.what", formats.money(seen.concerned().paid())));
    }

    private static String words(String key, Object... arguments) {
        return I18NProvider.translate(key, arguments);
    }
}
