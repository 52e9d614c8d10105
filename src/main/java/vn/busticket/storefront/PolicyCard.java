package vn.busticket.storefront;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import vn.busticket.shared.Stretch;
import vn.busticket.tickets.PolicyWording;
import vn.busticket.trips.SeatLayout;
import vn.busticket.trips.TicketPolicy;
import vn.busticket.trips.Trip;
import vn.busticket.ui.Formats;

/** What changing and cancelling cost, before anybody has paid. */
final class PolicyCard extends Section {

    private final PolicyWording words = PolicyWording.of(Formats.current().language());
    private final UnorderedList list = new UnorderedList();

    PolicyCard() {
        addClassName("card");
        list.addClassNames("rules", "small");
        add(new H2(getTranslation("policy.headline")), list);
    }

    /** For seats of these classes that are bought together. */
    PolicyCard of(Trip trip, Stretch stretch, Collection<String> seatClasses) {
        say(words.beforeDeparture(trip.policyFor(stretch, seatClasses)));
        return this;
    }

    /** For the seats picked so far; while there is none, for one and for groups of many. */
    void ofPicked(Trip trip, Stretch stretch, Collection<String> labels) {
        if (!labels.isEmpty()) {
            of(trip, stretch, labels.stream().map(label -> classOf(trip, label)).toList());
            return;
        }
        var offered = trip.policiesFor(stretch, SearchAddress.MAX_PASSENGERS);
        var sentences = new ArrayList<>(words.beforeDeparture(offered.getFirst()));
        var single = offered.stream().filter(policy -> policy.fromSeats() == 1).count();
        if (single > 1) {
            sentences.add(getTranslation("policy.other"));
        }
        offered.stream()
                .filter(policy -> policy.fromSeats() > 1)
                .findFirst()
                .map(PolicyCard.this::ofGroups)
                .ifPresent(sentences::add);
        say(sentences);
    }

    private String ofGroups(TicketPolicy policy) {
        return String.join(" ", words.beforeDeparture(policy));
    }

    private void say(List<String> sentences) {
        list.removeAll();
        sentences.forEach(sentence -> list.add(new ListItem(sentence)));
    }

    private static String classOf(Trip trip, String label) {
        return trip.layout().seat(label).map(SeatLayout.Cell::classOfSeat).orElseThrow();
    }
}
