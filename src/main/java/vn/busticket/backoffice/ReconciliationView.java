package vn.busticket.backoffice;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.busticket.payments.ReconciliationRun;
import vn.busticket.payments.RunId;
import vn.busticket.ui.ActionButton;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Look;
import vn.busticket.ui.Markup;
import vn.busticket.ui.Sign;
import vn.busticket.ui.Titled;

/** Comparisons of bookings, ledger and gateway; the one that is open stands in the address. */
@Route(value = MoneyAddresses.RECONCILIATION, layout = StaffLayout.class)
@RolesAllowed(StaffRole.ADMINISTRATOR)
class ReconciliationView extends Div implements BeforeEnterObserver, Titled {

    private static final int POLL_MILLIS = 2_000;
    private static final int NEVER = -1;

    private final ReconciliationDesk desk;
    private final MoneyFrame frame;
    private ListAddress asked = new ListAddress(MoneyAddresses.RECONCILIATION, "", "", 0);
    private Selection selected = Selection.NONE;
    private @Nullable Registration polling;

    ReconciliationView(ReconciliationDesk desk, DeskCounts counts) {
        this.desk = desk;
        var run =
                new ActionButton(Look.PRIMARY, getTranslation("desk.reconcile"), this::runNow)
                        .with(Sign.SCALES);
        this.frame = new MoneyFrame(PaymentTab.RECONCILIATION, counts, run);
        frame.say(getTranslation("desk.reconcile.what"));
        add(frame);
    }

    @Override
    public String title() {
        return getTranslation("desk.tab.RECONCILIATION");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var query = event.getLocation().getQueryParameters();
        asked = ListAddress.of(MoneyAddresses.RECONCILIATION, query);
        selected = Selection.of(query);
        draw();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        polling = event.getUI().addPollListener(poll -> drawIfRunning());
        followIfRunning();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        super.onDetach(event);
        event.getUI().setPollInterval(NEVER);
        if (polling != null) {
            polling.remove();
        }
    }

    private void draw() {
        var shown = shown();
        var both = Markup.div("desk-beside even", list());
        shown.ifPresent(run -> both.add(new ReconciliationPanel(desk, run)));
        if (selected.id().isPresent()) {
            both.addClassName("open");
        }
        frame.show(both);
    }

    private Optional<ReconciliationRun> shown() {
        return selected.id().map(RunId::new).flatMap(desk::run).or(desk::latest);
    }

    private Component list() {
        var total = desk.runCount();
        if (total == 0) {
            return NothingFound.done("desk.reconcile.none", "desk.reconcile.none.why");
        }
        var shownRun = shown().map(run -> run.id().value());
        var list =
                new DeskList<ReconciliationRun>(title(), this::card, this::address)
                        .parts(getTranslation("desk.begun"), this::begun)
                        .parts(getTranslation("desk.result"), StateBadges::of)
                        .plainAmounts(
                                getTranslation("desk.compared"),
                                run -> Formats.current().number(run.attempts()))
                        .marking(run -> shownRun.filter(id -> id == run.id().value()).isPresent());
        list.show(
                asked.page(),
                Math.toIntExact(total),
                (order, offset, limit) -> desk.runs(asked.page(), DeskList.ROWS_ON_A_PAGE),
                asked::at);
        return list;
    }

    private Component begun(ReconciliationRun run) {
        var link = new Anchor(address(run), Formats.current().shortDateTime(run.startedAt()));
        link.addClassNames("desk-code", "num");
        return Cells.two(link, desk.starter(run));
    }

    private Component card(ReconciliationRun run) {
        return Cells.card(
                Formats.current().shortDateTime(run.startedAt()),
                Formats.current().number(run.attempts()),
                StateBadges.of(run),
                "",
                desk.starter(run));
    }

    private String address(ReconciliationRun run) {
        return Selection.address(asked, run.id().value());
    }

    private void runNow() {
        desk.runNow();
        getUI().ifPresent(ui -> ui.navigate(MoneyAddresses.RECONCILIATION));
        selected = Selection.NONE;
        draw();
        followIfRunning();
    }

    private void drawIfRunning() {
        draw();
        followIfRunning();
    }

    private void followIfRunning() {
        var isRunning = desk.latest().filter(ReconciliationRun::isRunning).isPresent();
        getUI().ifPresent(ui -> ui.setPollInterval(isRunning ? POLL_MILLIS : NEVER));
    }
}
