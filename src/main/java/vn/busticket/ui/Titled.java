package vn.busticket.ui;

import com.vaadin.flow.router.HasDynamicTitle;

/**
 * A screen with a title of its own in the reader's language; the name of the product follows it.
 */
public interface Titled extends HasDynamicTitle {

    /** What the screen is about, in the reader's language. */
    String title();

    @Override
    default String getPageTitle() {
        return title() + " · BusTicket";
    }
}
