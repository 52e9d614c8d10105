package vn.busticket.storefront;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;

/** How to pay on the phone that shows the code; not shown where nobody holds a phone. */
final class SamePhoneHint extends Section {

    SamePhoneHint() {
        addClassNames("card", "same-phone");
        var steps = new OrderedList();
        steps.addClassName("how");
        for (var step = 1; step <= 3; step++) {
            steps.add(
                    new ListItem(
                            new com.vaadin.flow.component.html.Span(
                                    getTranslation("payment.samePhone." + step))));
        }
        add(new H2(getTranslation("payment.samePhone")), steps);
    }
}
