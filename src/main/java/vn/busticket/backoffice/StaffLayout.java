package vn.busticket.backoffice;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.router.RouterLayout;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import vn.busticket.ui.CurrentUser;
import vn.busticket.ui.Markup;
import vn.busticket.ui.NoticeArea;
import vn.busticket.ui.SkipLink;

/**
 * The frame of every staff screen: navigation, head, content. A new screen takes the focus, so that
 * keyboard and screen reader start at its top.
 */
@RolesAllowed({StaffRole.ADMINISTRATOR, StaffRole.OPERATOR_STAFF})
public class StaffLayout extends Div implements RouterLayout, AfterNavigationObserver {

    private final StaffNavigation navigation = new StaffNavigation();
    private final StaffHead head;
    private final NoticeArea notices = new NoticeArea();
    private final Main main = new Main();
    private final DeskCounts counts;
    private @Nullable String path;

    StaffLayout(CurrentUser person, DeskCounts counts, MoneyAddresses addresses) {
        this.counts = counts;
        addClassName("desk");
        main.addClassName("desk-page");
        main.add(notices);
        head = new StaffHead(person, typed -> UI.getCurrent().navigate(addresses.found(typed)));
        add(new SkipLink(main), navigation, Markup.div("desk-main", head, main));
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
        navigation.arrivedAt(arrived);
        counts.byPlace().forEach(navigation::waiting);
        head.arrived();
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
