package vn.busticket.storefront;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.bookings.ChangeDraft;
import vn.busticket.bookings.PassengerDetails;
import vn.busticket.seats.SeatMap;
import vn.busticket.ui.ChoiceField;
import vn.busticket.ui.Markup;
import vn.busticket.ui.SeatPlan;

/**
 * The seats of the chosen trip: as many as people go by it are picked on the map, and below it
 * stands who sits where. Giving somebody the seat of another swaps the two.
 */
final class SeatsTab extends Div {

    private final List<PassengerDetails> travellers;
    private final ChangeDraft draft;
    private final SeatPlan plan;
    private final Consumer<Map<String, String>> onChange;
    private final Div people = Markup.div("fields two");
    private final Map<String, String> seats = new LinkedHashMap<>();

    /**
     * @param onChange gets the chosen label for each seat that the booking has, as far as chosen
     */
    SeatsTab(
            BookingDetails booking,
            ChosenTrip chosen,
            SeatMap map,
            ChangeDraft draft,
            Consumer<Map<String, String>> onChange) {
        this.travellers = draft.goingOf(booking);
        this.draft = draft;
        this.onChange = onChange;
        addClassNames("stack", "change-seats");
        plan = new SeatPlan(chosen.trip().layout(), travellers.size()).onPick(this::picked);
        plan.draw(getTranslation("trip.choose", travellers.size()), map, draft.seats().values());
        seats.putAll(draft.seats());
        seats.values().retainAll(plan.chosen());
        var hint = new Paragraph(getTranslation("edit.seats.hint", travellers.size()));
        hint.addClassNames("small", "muted");
        add(hint, plan, people);
        showPeople();
        if (!seats.equals(draft.seats())) {
            onChange.accept(Map.copyOf(seats));
        }
    }

    /** Who keeps a picked seat stays there; the others get the rest in their order. */
    private void picked() {
        var free = new TreeSet<>(plan.chosen());
        seats.values().retainAll(free);
        free.removeAll(seats.values());
        for (var traveller : travellers) {
            if (!seats.containsKey(traveller.seatLabel()) && !free.isEmpty()) {
                seats.put(traveller.seatLabel(), free.pollFirst());
            }
        }
        showPeople();
        onChange.accept(Map.copyOf(seats));
    }

    private void showPeople() {
        people.removeAll();
        if (seats.size() < travellers.size()) {
            return;
        }
        for (var traveller : travellers) {
            var has = seats.getOrDefault(traveller.seatLabel(), "");
            var labels = new ArrayList<>(new TreeSet<>(seats.values()));
            people.add(
                    new ChoiceField<>(
                                    getTranslation("edit.seatOf", nameOf(traveller)),
                                    labels,
                                    label -> getTranslation("booking.seat", label),
                                    has)
                            .onChoice(label -> swap(traveller.seatLabel(), label)));
        }
    }

    private String nameOf(PassengerDetails traveller) {
        return draft.details()
                .passengers()
                .getOrDefault(traveller.seatLabel(), traveller.fullName());
    }

    private void swap(String ofSeat, String wished) {
        var before = new HashMap<>(seats);
        var left = before.getOrDefault(ofSeat, wished);
        before.forEach((seat, label) -> {
            if (label.equals(wished)) {
                seats.put(seat, left);
            }
        });
        seats.put(ofSeat, wished);
        showPeople();
        onChange.accept(Map.copyOf(seats));
    }
}
