package vn.busticket.backoffice;

import com.vaadin.flow.component.Component;

/** One part of what {@code /admin/system} says; each bean of this kind is shown, in its order. */
interface SystemPart {

    /** What is so at this moment. */
    Component draw();
}
