package vn.busticket.ui;

import com.vaadin.flow.component.html.Image;
import java.util.Locale;

/** The drawn vignettes; each is a file of {@code frontend-theme/illustrations}. */
public enum Scene {
    /** The coach has arrived in the morning: paid. */
    ARRIVED,
    /** The coach stands: something failed. */
    STOPPED,
    /** An empty station: nothing leaves. */
    NO_TRIPS,
    /** A ticket under a lamp: nothing here yet. */
    FIND_TICKET;

    /** The picture; decoration, so it says nothing to screen readers. */
    public Image picture() {
        var file = name().toLowerCase(Locale.ROOT).replace('_', '-');
        var image = new Image("frontend-theme/illustrations/" + file + ".svg", "");
        image.addClassName("scene");
        image.getElement().setAttribute("width", "400");
        image.getElement().setAttribute("height", "200");
        return image;
    }
}
