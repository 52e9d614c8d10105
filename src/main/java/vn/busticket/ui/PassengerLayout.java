package vn.busticket.ui;

import com.vaadin.flow.server.auth.AnonymousAllowed;

/** The frame of every passenger screen: skip link, header, main content, footer. */
@AnonymousAllowed
public class PassengerLayout extends ScreenFrame {

    private final SiteHeader header;

    /** Built by Vaadin, once for each browser tab. */
    public PassengerLayout(CurrentUser visitor, SupportProperties support) {
        addClassName("frame");
        header = new SiteHeader(visitor);
        add(new SkipLink(main()), header, main(), new SiteFooter(support));
    }

    @Override
    protected void arrivedAt(String path) {
        header.arrivedAt(path);
    }
}
