package vn.busticket.backoffice;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.EnumMap;
import java.util.Map;
import vn.busticket.accounts.Role;
import vn.busticket.ui.Icon;
import vn.busticket.ui.Markup;

/** The night beside every staff screen: where one can go, and how much waits there. */
final class StaffNavigation extends Nav {

    private static final int MOST_SHOWN = 99;

    private final Map<StaffPlace, Anchor> links = new EnumMap<>(StaffPlace.class);
    private final Map<StaffPlace, Span> counts = new EnumMap<>(StaffPlace.class);

    StaffNavigation(Role role) {
        addClassName("desk-side");
        setAriaLabel(getTranslation("desk.nav"));
        add(brand(role));
        for (var section : StaffSection.of(role)) {
            var part = section(section);
            if (section.isInTheMenu(role)) {
                part.addClassName("in-menu");
            }
            add(part);
        }
    }

    /** Marks the place to which a path belongs. */
    void arrivedAt(String path) {
        var here = StaffPlace.of(path);
        links.forEach((place, link) -> {
            if (place == here) {
                link.getElement().setAttribute("aria-current", "page");
            } else {
                link.getElement().removeAttribute("aria-current");
            }
        });
    }

    /** Shows how many things wait at a place; nothing for none. */
    void waiting(StaffPlace place, int number) {
        var count = counts.get(place);
        if (count != null) {
            count.removeAll();
            count.setVisible(number > 0);
            count.add(
                    new Span(number > MOST_SHOWN ? MOST_SHOWN + "+" : Integer.toString(number)),
                    Markup.spoken(" " + getTranslation("desk.nav.waiting")));
        }
    }

    private Anchor brand(Role role) {
        var first = role == Role.ADMINISTRATOR ? StaffPlace.TODAY : StaffPlace.OPERATOR_TODAY;
        var brand =
                new Anchor(
                        first.address(), new Image("frontend-theme/logo-night.svg", "BusTicket"));
        brand.addClassName("desk-brand");
        return brand;
    }

    private Div section(StaffSection section) {
        var name = new Paragraph(getTranslation(section.messageKey()));
        name.addClassName("desk-section-name");
        var list = new UnorderedList();
        section.places().forEach(place -> list.add(new ListItem(link(place))));
        return Markup.div("desk-section", name, list);
    }

    private Anchor link(StaffPlace place) {
        var words = getTranslation(place.messageKey());
        var count = Markup.span("desk-count", "");
        count.setVisible(false);
        var link = new Anchor(place.address());
        link.add(new Icon(place.sign()), Markup.span("label", words), count);
        link.addClassName("desk-place");
        link.setTitle(words);
        links.put(place, link);
        counts.put(place, count);
        return link;
    }
}
