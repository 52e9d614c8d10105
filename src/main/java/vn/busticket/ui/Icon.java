package vn.busticket.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;

/** A line drawing in the colour and size of the text around it; says nothing to screen readers. */
@Tag("span")
public final class Icon extends Component {

    /** Draws that sign. */
    public Icon(Sign sign) {
        getElement().getClassList().add("icon");
        getElement().setAttribute("aria-hidden", "true");
        getElement().setProperty("innerHTML", sign.markup());
    }
}
