package vn.busticket.backoffice;

import com.vaadin.flow.component.UI;
import jakarta.annotation.security.RolesAllowed;
import vn.busticket.accounts.Role;
import vn.busticket.accounts.SignedIn;
import vn.busticket.ui.CurrentUser;
import vn.busticket.ui.Markup;
import vn.busticket.ui.ScreenFrame;
import vn.busticket.ui.SkipLink;

/** The frame of every staff screen: navigation, head, content. */
@RolesAllowed({StaffRole.ADMINISTRATOR, StaffRole.OPERATOR_STAFF})
public class StaffLayout extends ScreenFrame {

    private final Role role;
    private final StaffNavigation navigation;
    private final StaffHead head;
    private final DeskCounts counts;

    StaffLayout(CurrentUser person, DeskCounts counts, MoneyAddresses addresses) {
        this.counts = counts;
        role = person.signedIn().map(SignedIn::role).orElse(Role.PASSENGER);
        navigation = new StaffNavigation(role);
        addClassName("desk");
        main().addClassName("desk-page");
        head = new StaffHead(person, typed -> UI.getCurrent().navigate(addresses.found(typed)));
        add(new SkipLink(main()), navigation, Markup.div("desk-main", head, main()));
    }

    @Override
    protected void arrivedAt(String path) {
        navigation.arrivedAt(path);
        if (role == Role.ADMINISTRATOR) {
            counts.byPlace().forEach(navigation::waiting);
        }
        head.arrived();
    }
}
