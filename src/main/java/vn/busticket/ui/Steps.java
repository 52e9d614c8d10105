package vn.busticket.ui;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;

/** The road of buying in three stretches: solid behind, dashed ahead. */
public final class Steps extends OrderedList {

    /** Shows where the buyer is. */
    public Steps(Step current) {
        addClassName("steps");
        getElement().setAttribute("aria-label", getTranslation("ui.steps"));
        for (var step : Step.values()) {
            add(item(step, current));
        }
    }

    private ListItem item(Step step, Step current) {
        var item =
                new ListItem(
                        new Text(step.ordinal() + 1 + ". " + getTranslation(step.messageKey())));
        if (step.compareTo(current) < 0) {
            item.addClassName("done");
            item.add(Markup.spoken(getTranslation("ui.steps.done")));
        } else if (step == current) {
            item.getElement().setAttribute("aria-current", "step");
        }
        return item;
    }
}
