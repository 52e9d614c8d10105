package vn.busticket.ui;

import com.vaadin.flow.component.html.Anchor;

/** The hotline as a link that dials it. */
public final class SupportPhone extends Anchor {

    /** Shows the number of these settings, which must have one. */
    public SupportPhone(SupportProperties support) {
        super("tel:" + support.dialled(), String.valueOf(support.supportPhone()));
        addClassName("num");
    }
}
