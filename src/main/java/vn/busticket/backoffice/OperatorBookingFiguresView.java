package vn.busticket.backoffice;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import vn.busticket.analytics.BookingReports;
import vn.busticket.ui.Titled;

/** How the bookings of a coach company come about and end, for its staff. */
@Route(value = OperatorBookingFiguresView.ADDRESS, layout = StaffLayout.class)
@RolesAllowed({StaffRole.OPERATOR_STAFF, StaffRole.ADMINISTRATOR})
class OperatorBookingFiguresView extends Div implements BeforeEnterObserver, Titled {

    static final String ADDRESS = "operator/analytics/bookings";

    private final BookingsScreen screen;

    OperatorBookingFiguresView(AnalyticsDesk desk, ReportDesk files, BookingReports reports) {
        screen = new BookingsScreen(desk, files, reports, title());
        add(screen);
    }

    @Override
    public String title() {
        return getTranslation("analytics.bookings");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        screen.enter(event, ADDRESS);
    }
}
