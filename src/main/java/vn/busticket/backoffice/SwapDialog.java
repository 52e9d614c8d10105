package vn.busticket.backoffice;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.busticket.bookings.SwapPlan;
import vn.busticket.bookings.TripStanding;
import vn.busticket.shared.BusinessRuleViolation;
import vn.busticket.trips.Bus;
import vn.busticket.trips.BusId;
import vn.busticket.ui.Banner;
import vn.busticket.ui.ChoiceField;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Look;
import vn.busticket.ui.Tone;

/** Gives a trip another coach, after showing what becomes of everybody. */
final class SwapDialog {

    private final DisruptionDesk desk;
    private final TripStanding seen;
    private final DecisionDialog dialog;
    private final Div outcome = new Div();
    private final ChoiceField<Optional<BusId>> coach;
    private final TextArea reason;
    private Optional<SwapOutcome> planned = Optional.empty();

    SwapDialog(DisruptionDesk desk, TripStanding seen) {
        this.desk = desk;
        this.seen = seen;
        dialog =
                new DecisionDialog(
                        words("desk.trip.swap.title", desk.way(seen.trip())),
                        words("desk.trip.swap.what"));
        coach = coaches(desk.otherCoaches(seen.trip().id()));
        outcome.addClassName("desk-stack");
        outcome.getElement().setAttribute("role", "status");
        dialog.with(coach).with(outcome).checking(this::isPlanned);
        reason = dialog.reason(words("desk.trip.reason"));
    }

    void open() {
        dialog.offer(Look.PRIMARY, words("desk.trip.swap.do"), this::swap, this::done);
        coach.focus();
    }

    private ChoiceField<Optional<BusId>> coaches(List<Bus> buses) {
        var ids =
                Stream.concat(
                                Stream.of(Optional.<BusId>empty()),
                                buses.stream().map(bus -> Optional.of(bus.id())))
                        .toList();
        return new ChoiceField<>(
                        words("desk.trip.swap.coach"),
                        ids,
                        id ->
                                id.map(one -> words(buses, one))
                                        .orElse(words("desk.trip.swap.choose")),
                        Optional.<BusId>empty())
                .onChoice(id -> show());
    }

    private static String words(List<Bus> buses, BusId id) {
        return buses.stream()
                .filter(bus -> bus.id().equals(id))
                .findFirst()
                .map(bus ->
                        words(
                                "desk.trip.swap.bus",
                                bus.plate(),
                                bus.type().name(Formats.current().language()),
                                bus.layout().seatCount()))
                .orElse("");
    }

    /** What would happen with the coach that is chosen; asked anew each time. */
    private void show() {
        outcome.removeAll();
        planned = Optional.empty();
        coach.value()
                .ifPresent(bus -> {
                    try {
                        show(desk.plan(seen.trip().id(), bus));
                    } catch (BusinessRuleViolation refused) {
                        outcome.add(
                                new Banner(
                                        Tone.WARN,
                                        words(refused.messageKey(), refused.arguments()),
                                        ""));
                    }
                });
    }

    private void show(SwapPlan plan) {
        var shown = new SwapOutcome(plan);
        planned = Optional.of(shown);
        outcome.add(shown);
    }

    private boolean isPlanned() {
        if (planned.isEmpty()) {
            outcome.removeAll();
            outcome.add(new Banner(Tone.WARN, words("desk.trip.swap.missing"), ""));
            coach.focus();
        }
        return planned.isPresent();
    }

    /** A plan that is out of date is made anew, so that staff see what has changed. */
    private void swap() {
        var decided = planned.orElseThrow();
        try {
            desk.swap(seen.trip().id(), decided.plan(), decided.refunded(), reason.getValue());
        } catch (BusinessRuleViolation refused) {
            show();
            throw refused;
        }
    }

    private void done() {
        DecisionDialog.done(words("desk.trip.swap.done"));
    }

    private static String words(String key, Object... arguments) {
        return I18NProvider.translate(key, arguments);
    }
}
