package vn.busticket.backoffice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.i18n.I18NProvider;
import vn.busticket.ui.Formats;

/** What all pages about messages have in common: head, tabs, and room for the page itself. */
final class MessageFrame extends Div {

    private final MessageTab tab;
    private final MessageWork desk;
    private final PageHead head = new PageHead(getTranslation("desk.messages"));
    private final Div tabs = new Div();
    private final Div content = new Div();

    MessageFrame(MessageTab tab, MessageWork desk) {
        this.tab = tab;
        this.desk = desk;
        addClassName("desk-stack");
        content.addClassName("desk-stack");
        add(head, tabs, content);
    }

    /** What the browser calls such a page. */
    static String title(MessageTab tab) {
        return I18NProvider.translate("desk.messages")
                + " · "
                + I18NProvider.translate(tab.messageKey());
    }

    /** Replaces what the page shows. */
    void show(Component... parts) {
        tabs.removeAll();
        tabs.add(new MessageTabs(tab, desk.counts()));
        head.saying(standing());
        content.removeAll();
        content.add(parts);
    }

    private String standing() {
        var formats = Formats.current();
        var standing = desk.standing();
        var hundredth =
                standing.ended() == 0
                        ? 100
                        : Math.floorDiv(100 * standing.sent(), standing.ended());
        return getTranslation(
                "desk.messages.standing",
                formats.number(standing.ended()),
                formats.number(hundredth),
                formats.number(standing.due()),
                formats.number(standing.oldest().toSeconds()));
    }
}
