package vn.busticket.storefront;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.shared.Registration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.busticket.cluster.ClusterNotices;
import vn.busticket.trips.Trip;
import vn.busticket.trips.TripId;
import vn.busticket.ui.PassengerLayout;
import vn.busticket.ui.SeatWatch;
import vn.busticket.ui.Titled;

/** The seats of one trip; what others take meanwhile shows by itself. */
@Route(value = "trips/:tripId", layout = PassengerLayout.class)
@AnonymousAllowed
public class SeatMapView extends Div implements BeforeEnterObserver, Titled {

    /** Covers a notice that got lost. */
    private static final int POLL_MILLIS = 15_000;

    private final SeatDesk desk;
    private final SeatWatch watch;
    private final SearchReader reader;
    private String title = getTranslation("trip.title");
    private @Nullable SeatChooser chooser;
    private @Nullable TripId watched;
    private ClusterNotices.@Nullable Registration watching;
    private @Nullable Registration polling;

    /** Built by Vaadin. */
    public SeatMapView(SeatDesk desk, SeatWatch watch, SearchReader reader) {
        this.desk = desk;
        this.watch = watch;
        this.reader = reader;
        addClassName("with-bar");
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var address =
                TripAddress.read(
                        event.getRouteParameters().get("tripId").orElse(""),
                        event.getLocation().getQueryParameters().getParameters());
        var keep = chooser == null ? Optional.<SeatChooser>empty() : Optional.of(chooser);
        removeAll();
        chooser = null;
        address.id()
                .flatMap(desk::trip)
                .ifPresentOrElse(
                        trip -> open(trip, address, keep),
                        () -> refuse(TripRefused.unknown(reader, address)));
        if (isAttached()) {
            follow(event.getUI());
        }
    }

    private void open(Trip trip, TripAddress address, Optional<SeatChooser> before) {
        var choice =
                StretchChoice.of(
                        trip, address, written -> reader.place(written).map(place -> place.code()));
        if (choice.isEmpty()) {
            refuse(TripRefused.wrongStops(reader, trip, address));
            return;
        }
        if (!desk.isOnSale(trip, choice.get().stretch())) {
            refuse(TripRefused.notOnSale(reader, trip, choice.get(), address));
            return;
        }
        chooser = new SeatChooser(desk, reader, trip, choice.get(), address);
        before.filter(earlier -> earlier.isOf(trip.id()))
                .ifPresentOrElse(chooser::keepPicked, () -> desk.viewed(trip));
        title = chooser.title();
        add(chooser);
    }

    private void refuse(TripRefused refused) {
        title = refused.title();
        add(refused);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        follow(event.getUI());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        leave();
        event.getUI().setPollInterval(-1);
        super.onDetach(event);
    }

    private void follow(UI ui) {
        var wanted = chooser == null ? null : chooser.tripId();
        if (wanted != null && wanted.equals(watched)) {
            return;
        }
        leave();
        if (wanted == null) {
            return;
        }
        watched = wanted;
        watching =
                watch.watch(
                        wanted,
                        occupied ->
                                ui.access(() -> {
                                    if (chooser != null && chooser.isOf(wanted)) {
                                        chooser.refresh(occupied);
                                    }
                                }));
        polling =
                ui.addPollListener(poll -> {
                    if (chooser != null) {
                        chooser.refresh();
                    }
                });
        ui.setPollInterval(POLL_MILLIS);
    }

    private void leave() {
        watched = null;
        if (watching != null) {
            watching.remove();
            watching = null;
        }
        if (polling != null) {
            polling.remove();
            polling = null;
        }
    }
}
