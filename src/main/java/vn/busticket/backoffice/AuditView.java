package vn.busticket.backoffice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import vn.busticket.accounts.AuditEntry;
import vn.busticket.accounts.AuditPart;
import vn.busticket.accounts.AuditTrail;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Titled;

/** Who did which sensitive thing, when and why; and who looked at whose data. */
@Route(value = AuditView.ADDRESS, layout = StaffLayout.class)
@RolesAllowed(StaffRole.ADMINISTRATOR)
class AuditView extends Div implements BeforeEnterObserver, Titled {

    static final String ADDRESS = "admin/audit";

    private static final String EMPTY_DETAIL = "{}";

    private final AuditTrail trail;
    private final FilterBar<AuditPart> filters =
            new FilterBar<>(
                    List.of(AuditPart.values()),
                    part -> getTranslation("desk.audit.part." + part.name()));
    private final Div content = new Div();
    private ListAddress asked = new ListAddress(ADDRESS, "", "", 0);

    AuditView(AuditTrail trail) {
        this.trail = trail;
        addClassName("desk-stack");
        filters.hinting(getTranslation("desk.audit.hint"));
        filters.onSearch(typed -> go(asked.searching(typed)));
        filters.onFilter(part -> go(asked.showing(part.map(Enum::name).orElse(""))));
        add(new PageHead(title()).saying(getTranslation("desk.audit.what")), filters, content);
    }

    @Override
    public String title() {
        return getTranslation("desk.audit");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        asked = ListAddress.of(ADDRESS, event.getLocation().getQueryParameters());
        var part = asked.filter(AuditPart.class);
        var search = asked.search();
        filters.show(search, part);
        var total = trail.count(search, part);
        content.removeAll();
        if (total == 0) {
            content.add(new NothingFound(search, ADDRESS));
            return;
        }
        var list = list();
        list.show(
                asked.page(),
                total,
                (order, offset, limit) -> trail.page(search, part, offset, limit),
                asked::at);
        content.add(list);
    }

    private DeskList<AuditEntry> list() {
        return new DeskList<AuditEntry>(title(), this::card, entry -> "")
                .plainAmounts(
                        getTranslation("desk.at"),
                        entry -> Formats.current().shortDateTime(entry.at()))
                .words(getTranslation("desk.audit.who"), this::who)
                .parts(
                        getTranslation("desk.audit.deed"),
                        entry ->
                                Cells.two(
                                        new Span(AuditWords.deed(entry.action())), entry.subject()))
                .parts(
                        getTranslation("desk.reason"),
                        entry -> Cells.two(new Span(entry.reason().orElse("")), detail(entry)));
    }

    private Component card(AuditEntry entry) {
        return Cells.card(
                AuditWords.deed(entry.action()),
                who(entry),
                new Span(entry.subject()),
                Formats.current().shortDateTime(entry.at()),
                (entry.reason().orElse("") + " " + detail(entry)).strip());
    }

    private String who(AuditEntry entry) {
        return entry.name()
                .orElseGet(() ->
                        getTranslation(
                                entry.account().isPresent()
                                        ? "desk.staff.gone"
                                        : "desk.audit.system"));
    }

    private static String detail(AuditEntry entry) {
        return entry.detail().equals(EMPTY_DETAIL) ? "" : entry.detail();
    }

    private void go(ListAddress address) {
        getUI().ifPresent(ui -> ui.navigate(address.at(0)));
    }
}
