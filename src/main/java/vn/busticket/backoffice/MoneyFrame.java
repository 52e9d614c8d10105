package vn.busticket.backoffice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.List;

/** What all pages about money have in common: head, tabs, and room for the page itself. */
final class MoneyFrame extends Div {

    private final PaymentTab tab;
    private final DeskCounts counts;
    private final PageHead head;
    private final Div tabs = new Div();
    private final Div content = new Div();

    /**
     * @param actions what can be done on this page
     */
    MoneyFrame(PaymentTab tab, DeskCounts counts, Component... actions) {
        this.tab = tab;
        this.counts = counts;
        head = new PageHead(getTranslation("desk.payments"), actions);
        addClassName("desk-stack");
        content.addClassName("desk-stack");
        add(head, tabs, content);
    }

    /** Replaces what the page shows; what stays keeps the focus. */
    void show(Component... parts) {
        tabs.removeAll();
        tabs.add(new PaymentTabs(tab, counts.byTab()));
        var wanted = List.of(parts);
        content.getChildren()
                .filter(part -> !wanted.contains(part))
                .toList()
                .forEach(content::remove);
        for (var part : parts) {
            if (part.getParent().isEmpty()) {
                content.add(part);
            }
        }
    }

    /** Replaces the line below the title. */
    void say(String words) {
        head.saying(words);
    }
}
