package vn.busticket.backoffice;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import java.util.Map;
import vn.busticket.ui.Markup;

/** The pages about messages, beside each other. */
final class MessageTabs extends Nav {

    /**
     * @param counts how many messages a page shows
     */
    MessageTabs(MessageTab current, Map<MessageTab, Integer> counts) {
        addClassName("desk-tabs");
        setAriaLabel(getTranslation("desk.messages"));
        for (var tab : MessageTab.values()) {
            add(link(tab, tab == current, counts.getOrDefault(tab, 0)));
        }
    }

    private Anchor link(MessageTab tab, boolean isCurrent, int count) {
        var link = new Anchor(tab.address());
        link.add(new Span(getTranslation(tab.messageKey())));
        if (isCurrent) {
            link.getElement().setAttribute("aria-current", "page");
        }
        if (count > 0) {
            link.add(Markup.span("desk-number", Integer.toString(count)));
        }
        return link;
    }
}
