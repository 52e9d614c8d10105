package vn.busticket.storefront;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import vn.busticket.shared.VietnamTime;
import vn.busticket.trips.Trip;
import vn.busticket.trips.TripStop;
import vn.busticket.ui.ChoiceField;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Journey;
import vn.busticket.ui.JourneyStop;
import vn.busticket.ui.Markup;

/** Who drives from which stop to which and when; other stops of the same places can be picked. */
final class JourneyCard extends Div {

    private final Formats formats = Formats.current();

    /**
     * @param onStops gets the codes of the boarding and the drop-off stop that were picked
     */
    JourneyCard(Trip trip, StretchChoice choice, BiConsumer<String, String> onStops) {
        addClassName("card");
        var boarding = trip.stopAt(choice.stretch().from());
        var dropOff = trip.stopAt(choice.stretch().to());
        var type = Markup.span("muted small", trip.busType().name(formats.language()));
        add(Markup.div("card-head", new H2(trip.operator().name()), type));
        add(new Journey(stop(boarding), stop(dropOff)));
        var travelled = new Paragraph(travelled(boarding, dropOff));
        travelled.addClassNames("small", "muted", "travelled");
        add(travelled);
        if (choice.boardings().size() > 1) {
            add(
                    stops(
                            "trip.boarding",
                            choice.boardings(),
                            boarding,
                            picked -> onStops.accept(picked.stop().code(), dropOff.stop().code())));
        }
        if (choice.dropOffs().size() > 1) {
            add(
                    stops(
                            "trip.dropOff",
                            choice.dropOffs(),
                            dropOff,
                            picked ->
                                    onStops.accept(boarding.stop().code(), picked.stop().code())));
        }
    }

    private Component stops(
            String key, List<TripStop> stops, TripStop picked, Consumer<TripStop> onPick) {
        return new ChoiceField<>(getTranslation(key), stops, this::words, picked).onChoice(onPick);
    }

    private String words(TripStop stop) {
        return formats.time(stop.time()) + " · " + stop.stop().name(formats.language());
    }

    private JourneyStop stop(TripStop stop) {
        return new JourneyStop(
                stop.time(), stop.stop().name(formats.language()), stop.stop().addressVi());
    }

    private String travelled(TripStop boarding, TripStop dropOff) {
        var duration = formats.duration(Duration.between(boarding.time(), dropOff.time()));
        var overnight =
                !VietnamTime.dayOf(boarding.time()).equals(VietnamTime.dayOf(dropOff.time()));
        return overnight ? getTranslation("trip.overnight", duration) : duration;
    }
}
