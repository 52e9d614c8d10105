package vn.busticket.backoffice;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import java.util.Arrays;
import java.util.Map;
import vn.busticket.ui.Markup;

/** The pages about money, beside each other. */
final class PaymentTabs extends Nav {

    /**
     * @param counts how many things wait on a page
     */
    PaymentTabs(PaymentTab current, Map<PaymentTab, Integer> counts) {
        addClassName("desk-tabs");
        setAriaLabel(getTranslation("desk.payments"));
        Arrays.stream(PaymentTab.values())
                .map(tab -> link(tab, tab == current, counts.getOrDefault(tab, 0)))
                .forEach(this::add);
    }

    private Anchor link(PaymentTab tab, boolean isCurrent, int count) {
        var link = new Anchor(tab.address());
        link.add(new Span(getTranslation(tab.messageKey())));
        if (isCurrent) {
            link.getElement().setAttribute("aria-current", "page");
            link.getElement()
                    .executeJs(
                            """
                            requestAnimationFrame(() => {
                                const row = this.parentElement;
                                row.scrollLeft = this.offsetLeft - row.offsetLeft - row.clientWidth / 3;
                            });
                            """);
        }
        if (count > 0) {
            link.add(Markup.span("desk-number", Integer.toString(count)));
        }
        return link;
    }
}
