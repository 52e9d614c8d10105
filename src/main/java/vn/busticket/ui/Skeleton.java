package vn.busticket.ui;

import com.vaadin.flow.component.html.Div;

/** The shape of a list of cards that is still loading. */
public final class Skeleton extends Div {

    /**
     * @param cards how many cards to hint at
     * @param announcement what is being waited for, for screen readers
     */
    public Skeleton(int cards, String announcement) {
        addClassName("trips");
        getElement().setAttribute("aria-busy", "true");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", announcement);
        for (var card = 0; card < cards; card++) {
            add(
                    Markup.div(
                            "card stack",
                            bar("40%", "1em"),
                            bar("100%", "2rem"),
                            bar("70%", "1em")));
        }
    }

    private static Div bar(String width, String height) {
        var bar = Markup.div("skeleton");
        bar.setWidth(width);
        bar.setHeight(height);
        return bar;
    }
}
