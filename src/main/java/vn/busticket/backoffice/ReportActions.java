package vn.busticket.backoffice;

import com.vaadin.flow.component.Component;
import java.util.List;
import vn.busticket.analytics.ReportScope;

/** What can be done with a report besides reading it. */
final class ReportActions {

    private ReportActions() {}

    /** Buttons and menus for the report at an address. */
    static List<Component> of(ReportAddress address, ReportScope scope) {
        return List.of();
    }
}
