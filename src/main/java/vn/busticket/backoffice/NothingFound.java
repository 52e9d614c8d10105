package vn.busticket.backoffice;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import vn.busticket.ui.ActionLink;
import vn.busticket.ui.Look;

/** An empty list: what was asked, why there is nothing, and a way on. */
final class NothingFound extends Div {

    /**
     * @param search what was looked for, empty for nothing
     * @param everything where the whole list is
     */
    NothingFound(String search, String everything) {
        this(
                search.isEmpty() ? "desk.nothing.headline" : "desk.notFound.headline",
                search.isEmpty() ? "desk.nothing.explanation" : "desk.notFound.explanation",
                search);
        add(new ActionLink(Look.PLAIN, getTranslation("desk.showAll"), everything));
    }

    private NothingFound(String headlineKey, String explanationKey, String search) {
        addClassNames("desk-part", "desk-empty");
        add(
                new H2(getTranslation(headlineKey, search)),
                new Paragraph(getTranslation(explanationKey)));
    }

    /** A list that is empty because there is nothing to do. */
    static NothingFound done(String headlineKey, String explanationKey) {
        return new NothingFound(headlineKey, explanationKey, "");
    }
}
