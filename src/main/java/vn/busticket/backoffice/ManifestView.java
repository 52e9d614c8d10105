package vn.busticket.backoffice;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import vn.busticket.accounts.AccountId;
import vn.busticket.cluster.ClusterNotices;
import vn.busticket.shared.PhoneNumber;
import vn.busticket.shared.Stretch;
import vn.busticket.tickets.Manifest;
import vn.busticket.trips.TripCrew;
import vn.busticket.trips.TripId;
import vn.busticket.trips.TripOfOthers;
import vn.busticket.ui.ActionButton;
import vn.busticket.ui.Background;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Look;
import vn.busticket.ui.Sign;
import vn.busticket.ui.Titled;

/** The passengers of one trip at the door of its coach; two phones show the same. */
@Route(
        value = OperatorTripsView.ADDRESS + "/:trip([0-9]{1,18})/manifest",
        layout = StaffLayout.class)
@RolesAllowed({StaffRole.ADMINISTRATOR, StaffRole.OPERATOR_STAFF})
class ManifestView extends Div implements BeforeEnterObserver, Titled {

    private final ManifestDesk desk;
    private final DeskTrips words;
    private final StaffNames staff;
    private final H1 headline = new H1();
    private final Paragraph facts = new Paragraph();
    private @Nullable BoardingPanel panel;
    private @Nullable TripId trip;
    private ClusterNotices.@Nullable Registration watching;
    private final AtomicBoolean isStale = new AtomicBoolean();
    private String title = "";

    ManifestView(ManifestDesk desk, DeskTrips words, StaffNames staff) {
        this.desk = desk;
        this.words = words;
        this.staff = staff;
        addClassName("manifest");
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = new TripId(event.getRouteParameters().getLong("trip").orElse(0L));
        if (id.equals(trip)) {
            return;
        }
        var me = staff.me();
        Manifest manifest;
        try {
            manifest = desk.manifest(me, id);
        } catch (TripOfOthers refused) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        trip = id;
        open(me, manifest);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        var watched = trip;
        if (watched != null) {
            var ui = event.getUI();
            var me = staff.me();
            watching = desk.watch(watched, changed -> refresh(ui, me, watched));
            // What changed between reading the list and listening was told to nobody.
            refresh(ui, me, watched);
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (watching != null) {
            watching.remove();
            watching = null;
        }
        super.onDetach(event);
    }

    private void open(AccountId me, Manifest manifest) {
        removeAll();
        var id = manifest.trip().id();
        var shown = new BoardingPanel(desk, me, id);
        panel = shown;
        var crew =
                new ActionButton(
                                Look.PLAIN,
                                getTranslation("manifest.crew"),
                                () -> new CrewDialog(desk, me, id).open())
                        .with(Sign.BUS);
        var head = new Section(headline, facts, crew);
        head.addClassName("manifest-head");
        add(head, shown);
        tell(manifest);
        shown.draw(manifest, title);
    }

    /**
     * Reads the list in the order in which it is shown, so that none is covered by an older one;
     * many notices at once are one reading. May be called on any thread.
     */
    private void refresh(UI ui, AccountId me, TripId watched) {
        if (isStale.getAndSet(true)) {
            return;
        }
        Background.show(
                ui,
                () -> {
                    isStale.set(false);
                    if (panel != null && watched.equals(trip)) {
                        var manifest = desk.manifest(me, watched);
                        tell(manifest);
                        panel.update(manifest, title);
                    }
                });
    }

    private void tell(Manifest manifest) {
        var formats = Formats.current();
        var departure = manifest.trip().departsAt(0);
        var whole = new Stretch(0, manifest.trip().stops().size() - 1);
        title =
                getTranslation(
                        "manifest.title",
                        words.way(manifest.trip(), whole),
                        formats.time(departure));
        headline.setText(title);
        facts.setText(formats.date(departure) + " · " + coach(manifest));
    }

    /** The plate, who drives and how to reach them, as far as it is known. */
    private String coach(Manifest manifest) {
        var known = new ArrayList<>(List.of(manifest.trip().operator().name()));
        TripCrew crew = manifest.crew();
        crew.plate().ifPresent(known::add);
        crew.driverName().ifPresent(known::add);
        crew.driverPhone().map(PhoneNumber::spoken).ifPresent(known::add);
        return String.join(" · ", known);
    }
}
