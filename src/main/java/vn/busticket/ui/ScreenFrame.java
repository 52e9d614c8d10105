package vn.busticket.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.router.RouterLayout;
import org.jspecify.annotations.Nullable;

/**
 * What the frames of all screens have in common: the place of the content, notices at its top. A
 * new screen takes the focus, so that keyboard and screen reader start at its top.
 */
public abstract class ScreenFrame extends Div implements RouterLayout, AfterNavigationObserver {

    private final NoticeArea notices = new NoticeArea();
    private final Main main = new Main();
    private @Nullable String path;

    /** Made once for each browser tab. */
    protected ScreenFrame() {
        main.add(notices);
    }

    /** Where the screens go. */
    protected final Main main() {
        return main;
    }

    /** Tells the parts of the frame which screen is open now. */
    protected abstract void arrivedAt(String path);

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
        arrivedAt(arrived);
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
