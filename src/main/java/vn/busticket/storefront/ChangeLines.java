package vn.busticket.storefront;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Optional;
import vn.busticket.bookings.ChangePlan;
import vn.busticket.bookings.PassengerChange;
import vn.busticket.trips.RouteTrips;
import vn.busticket.trips.Trip;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Markup;

/** What a change makes different: how it was, struck out, and how it will be. */
final class ChangeLines extends UnorderedList {

    private final Formats formats = Formats.current();

    ChangeLines(ChangePlan plan, OtherTrips trips) {
        addClassName("change");
        if (plan.isOfPart()) {
            party(plan);
        }
        if (plan.isToAnotherTrip()) {
            var before = trips.find(plan.tripBefore());
            var after = trips.find(plan.tripAfter());
            if (before.isPresent() && after.isPresent()) {
                trip(plan, before.get(), after.get());
            }
        }
        plan.passengers().forEach(this::passenger);
        if (plan.isToAnotherContact()) {
            contact(plan);
        }
    }

    private void trip(ChangePlan plan, Trip before, Trip after) {
        Optional.of(after)
                .flatMap(trip -> RouteTrips.sameStops(trip, plan.stretch(), before))
                .ifPresent(stretch ->
                        line(
                                getTranslation("edit.line.departure"),
                                formats.dateTime(before.departsAt(stretch.from())),
                                formats.dateTime(after.departsAt(plan.stretch().from()))));
        if (!before.operator().id().equals(after.operator().id())) {
            line(
                    getTranslation("edit.line.operator"),
                    before.operator().name(),
                    after.operator().name());
        }
    }

    private void party(ChangePlan plan) {
        var words = new ListItem(Markup.span("small muted", getTranslation("edit.line.party")));
        plan.going()
                .forEach(one ->
                        words.add(
                                Markup.element(
                                        "ins",
                                        new Text(
                                                getTranslation(
                                                        "cancel.passenger",
                                                        one.nameAfter(),
                                                        one.seatBefore())))));
        add(words);
    }

    private void passenger(PassengerChange change) {
        if (change.isRenamed()) {
            line(
                    getTranslation("edit.line.passenger", change.seatAfter()),
                    change.nameBefore(),
                    change.nameAfter());
        }
        if (change.isMoved()) {
            line(
                    getTranslation("edit.line.seat", change.nameAfter()),
                    change.seatBefore(),
                    change.seatAfter());
        }
    }

    private void contact(ChangePlan plan) {
        var before = plan.contactBefore();
        var after = plan.contactAfter();
        if (!before.name().equals(after.name())) {
            line(getTranslation("edit.line.contact"), before.name(), after.name());
        }
        if (!before.phone().equals(after.phone())) {
            line(getTranslation("checkout.phone"), before.phone().e164(), after.phone().e164());
        }
        if (!before.email().equals(after.email())) {
            line(getTranslation("checkout.email"), before.email(), after.email());
        }
    }

    private void line(String what, String before, String after) {
        add(
                new ListItem(
                        Markup.span("small muted", what),
                        Markup.element(
                                "del",
                                Markup.spoken(getTranslation("edit.line.before") + " "),
                                new Text(before)),
                        Markup.element(
                                "ins",
                                Markup.spoken(getTranslation("edit.line.after") + " "),
                                new Text(after))));
    }
}
