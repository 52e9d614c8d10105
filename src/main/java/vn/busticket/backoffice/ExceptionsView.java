package vn.busticket.backoffice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;
import java.util.Optional;
import vn.busticket.bookings.BookingBrief;
import vn.busticket.payments.ExceptionId;
import vn.busticket.payments.ExceptionPage;
import vn.busticket.payments.ExceptionView;
import vn.busticket.payments.PayableId;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Markup;
import vn.busticket.ui.Titled;

/** Transfers about which a person has to decide; the one that is open stands in the address. */
@Route(value = MoneyAddresses.EXCEPTIONS, layout = StaffLayout.class)
@RolesAllowed(StaffRole.ADMINISTRATOR)
class ExceptionsView extends Div implements BeforeEnterObserver, Titled {

    private static final String RESOLVED = "resolved";

    private final ExceptionDesk desk;
    private final MoneyFrame frame;
    private Selection selected = Selection.NONE;
    private ListAddress asked = new ListAddress(MoneyAddresses.EXCEPTIONS, "", "", 0);
    private Map<PayableId, BookingBrief> briefs = Map.of();

    ExceptionsView(ExceptionDesk desk, DeskCounts counts) {
        this.desk = desk;
        this.frame = new MoneyFrame(PaymentTab.EXCEPTIONS, counts);
        add(frame);
    }

    @Override
    public String title() {
        return getTranslation("desk.tab.EXCEPTIONS");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var query = event.getLocation().getQueryParameters();
        asked = ListAddress.of(MoneyAddresses.EXCEPTIONS, query);
        selected = Selection.of(query);
        var page = desk.page(isResolved(), asked.page(), DeskList.ROWS_ON_A_PAGE);
        briefs = desk.briefs(page.exceptions());
        var both = Markup.div("desk-beside", list(page));
        selected.id()
                .map(ExceptionId::new)
                .flatMap(desk::find)
                .ifPresent(one -> {
                    both.addClassName("open");
                    both.add(new ExceptionPanel(desk, one, asked.at(asked.page())));
                });
        frame.show(segments(), both);
    }

    private boolean isResolved() {
        return asked.filter().equals(RESOLVED);
    }

    private Component segments() {
        return new Segments(getTranslation("desk.filter"))
                .with(
                        getTranslation("desk.exceptions.open"),
                        MoneyAddresses.EXCEPTIONS,
                        !isResolved())
                .with(
                        getTranslation("desk.exceptions.resolved"),
                        asked.showing(RESOLVED).at(0),
                        isResolved());
    }

    private Component list(ExceptionPage page) {
        if (page.total() == 0) {
            return isResolved()
                    ? NothingFound.done("desk.nothing.headline", "desk.exceptions.noneResolved")
                    : NothingFound.done("desk.today.done", "desk.exceptions.none");
        }
        var list =
                new DeskList<ExceptionView>(title(), this::card, this::address)
                        .parts(getTranslation("desk.kind"), this::kind)
                        .parts(getTranslation("desk.booking"), this::whose)
                        .plainAmounts(getTranslation("desk.amount"), ExceptionsView::amount)
                        .plainAmounts(getTranslation("desk.waiting"), this::waited)
                        .marking(row -> selected.is(row.id().value()));
        list.show(
                page.number(),
                Math.toIntExact(page.total()),
                (order, offset, limit) -> page.exceptions(),
                asked::at);
        return list;
    }

    private Component kind(ExceptionView row) {
        var link = new Anchor(address(row));
        link.add(StateBadges.of(row));
        link.addClassName("desk-chip-link");
        return link;
    }

    private Component whose(ExceptionView row) {
        var brief = brief(row);
        return brief.isPresent()
                ? Cells.booking(brief)
                : Cells.two(
                        new Span(row.bankReference()),
                        getTranslation("desk.orderCodeOf", Long.toString(row.orderCode())));
    }

    static String amount(ExceptionView row) {
        var figures = Formats.current().number(row.amount());
        return row.currency().equals("VND") ? figures + " ₫" : figures + " " + row.currency();
    }

    private String waited(ExceptionView row) {
        return row.isOpen()
                ? Waiting.since(row.openedAt(), desk.now())
                : row.resolvedAt().map(Formats.current()::shortDateTime).orElse("");
    }

    private Component card(ExceptionView row) {
        return Cells.card(
                brief(row).map(BookingBrief::code).orElse(row.bankReference()),
                amount(row),
                StateBadges.of(row),
                waited(row),
                null);
    }

    private Optional<BookingBrief> brief(ExceptionView row) {
        return row.payable().map(briefs::get);
    }

    private String address(ExceptionView row) {
        return Selection.address(asked, row.id().value());
    }
}
