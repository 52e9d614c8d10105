package vn.busticket.backoffice;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import vn.busticket.analytics.RevenueReports;
import vn.busticket.ui.Titled;

/** The revenue of a coach company, for its staff. */
@Route(value = OperatorRevenueView.ADDRESS, layout = StaffLayout.class)
@RolesAllowed({StaffRole.OPERATOR_STAFF, StaffRole.ADMINISTRATOR})
class OperatorRevenueView extends Div implements BeforeEnterObserver, Titled {

    static final String ADDRESS = "operator/analytics/revenue";

    private final RevenueScreen screen;

    OperatorRevenueView(AnalyticsDesk desk, ReportDesk files, RevenueReports reports) {
        screen = new RevenueScreen(desk, files, reports, title());
        add(screen);
    }

    @Override
    public String title() {
        return getTranslation("analytics.revenue");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        screen.enter(event, ADDRESS);
    }
}
