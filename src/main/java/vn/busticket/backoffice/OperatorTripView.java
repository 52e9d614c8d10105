package vn.busticket.backoffice;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import vn.busticket.trips.TripId;
import vn.busticket.ui.SeatWatch;
import vn.busticket.ui.Titled;

/** One trip of the own company, for its staff; that of another one is not found. */
@Route(value = OperatorTripsView.ADDRESS + "/:trip", layout = StaffLayout.class)
@RolesAllowed({StaffRole.OPERATOR_STAFF, StaffRole.ADMINISTRATOR})
class OperatorTripView extends Div implements BeforeEnterObserver, Titled {

    private final DisruptionDesk desk;
    private final SeatWatch watch;
    private TripId trip = new TripId(0);

    OperatorTripView(DisruptionDesk desk, SeatWatch watch) {
        this.desk = desk;
        this.watch = watch;
    }

    @Override
    public String title() {
        return TripScreen.title(desk, trip);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        trip = TripNumber.of(event);
        add(new TripScreen(desk, watch, trip, OperatorTripsView.ADDRESS));
    }
}
