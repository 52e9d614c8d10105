package vn.busticket.storefront;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import vn.busticket.bookings.PassengerDetails;
import vn.busticket.ui.Markup;

/**
 * Who of a party goes by another trip: at first all of them. Whoever is unticked stays; the last
 * one who goes cannot be.
 */
@Tag("fieldset")
final class PartyChoice extends Component {

    private final Map<String, Element> boxes = new LinkedHashMap<>();
    private final Set<String> staying;
    private final Consumer<Set<String>> onChange;

    /**
     * @param staying the seats of those who stay
     * @param onChange gets the seats of those who stay from then on
     */
    PartyChoice(List<PassengerDetails> party, Set<String> staying, Consumer<Set<String>> onChange) {
        this.staying = new HashSet<>(staying);
        this.onChange = onChange;
        getElement().getClassList().add("stack");
        getElement().getClassList().add("choices");
        var legend = Markup.element("legend", getTranslation("edit.party.legend"));
        legend.addClassNames("small", "muted");
        getElement().appendChild(legend.getElement());
        party.forEach(one -> getElement().appendChild(choice(one).getElement()));
        tick();
    }

    private Component choice(PassengerDetails one) {
        var box = new Element("input");
        box.setAttribute("type", "checkbox");
        box.setAttribute("name", "change-party");
        box.addPropertyChangeListener(
                "checked",
                "change",
                picked -> {
                    if (picked.isUserOriginated()) {
                        toggle(one.seatLabel());
                    }
                });
        boxes.put(one.seatLabel(), box);
        var words =
                Markup.element(
                        "span",
                        Markup.element("b", one.fullName()),
                        Markup.span("small", getTranslation("booking.seat", one.seatLabel())));
        var choice = Markup.element("label", words);
        choice.getElement().insertChild(0, box);
        choice.addClassName("choice");
        return choice;
    }

    private void tick() {
        var isLast = staying.size() == boxes.size() - 1;
        boxes.forEach((seat, box) -> {
            box.setProperty("checked", !staying.contains(seat));
            box.setAttribute("disabled", isLast && !staying.contains(seat));
        });
    }

    /** A browser may send what is not offered any more: somebody always goes. */
    private void toggle(String seat) {
        if (!staying.remove(seat) && staying.size() < boxes.size() - 1) {
            staying.add(seat);
        }
        tick();
        onChange.accept(Set.copyOf(staying));
    }
}
