package vn.busticket.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.jspecify.annotations.Nullable;

/**
 * The frame of every passenger screen: skip link, header, main content, footer. A new screen takes
 * the focus, so that keyboard and screen reader start at its top.
 */
@AnonymousAllowed
public class PassengerLayout extends Div implements RouterLayout, AfterNavigationObserver {

    private final SiteHeader header;
    private final NoticeArea notices = new NoticeArea();
    private final Main main = new Main();
    private @Nullable String path;

    /** Built by Vaadin, once for each browser tab. */
    public PassengerLayout(CurrentUser visitor, SupportProperties support) {
        addClassName("frame");
        header = new SiteHeader(visitor);
        main.add(notices);
        add(new SkipLink(main), header, main, new SiteFooter(support));
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        main.getElement().appendChild(content.getElement());
    }

    @Override
    public void removeRouterLayoutContent(HasElement content) {
        content.getElement().removeFromParent();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        var arrived = event.getLocation().getPath();
        header.arrivedAt(arrived);
        if (path != null && !path.equals(arrived)) {
            notices.removeAll();
            main.getElement().executeJs("this.focus({ preventScroll: true })");
            if (event.getLocationChangeEvent().getTrigger() != NavigationTrigger.HISTORY) {
                main.getElement().executeJs("window.scrollTo(0, 0)");
            }
        }
        path = arrived;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        notices.claim(event.getUI());
    }
}
