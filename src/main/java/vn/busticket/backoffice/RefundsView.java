package vn.busticket.backoffice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.busticket.bookings.BookingBrief;
import vn.busticket.payments.PayableId;
import vn.busticket.payments.RefundFilter;
import vn.busticket.payments.RefundId;
import vn.busticket.payments.RefundPage;
import vn.busticket.payments.RefundRow;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Markup;
import vn.busticket.ui.Titled;

/** Money that goes back; the refund that is open stands in the address. */
@Route(value = MoneyAddresses.REFUNDS, layout = StaffLayout.class)
@RolesAllowed(StaffRole.ADMINISTRATOR)
class RefundsView extends Div implements BeforeEnterObserver, Titled {

    private static final List<RefundFilter> SHOWN =
            List.of(
                    RefundFilter.OPEN,
                    RefundFilter.TO_APPROVE,
                    RefundFilter.WITHOUT_ACCOUNT,
                    RefundFilter.TO_SEND,
                    RefundFilter.ON_THE_WAY,
                    RefundFilter.OVERDUE,
                    RefundFilter.FAILED,
                    RefundFilter.DONE);

    private final RefundWork desk;
    private final MoneyFrame frame;
    private ListAddress asked = new ListAddress(MoneyAddresses.REFUNDS, "", "", 0);
    private Selection selected = Selection.NONE;
    private Map<PayableId, BookingBrief> briefs = Map.of();

    RefundsView(RefundWork desk, DeskCounts counts) {
        this.desk = desk;
        this.frame = new MoneyFrame(PaymentTab.REFUNDS, counts);
        add(frame);
    }

    @Override
    public String title() {
        return getTranslation("desk.tab.REFUNDS");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var query = event.getLocation().getQueryParameters();
        asked = ListAddress.of(MoneyAddresses.REFUNDS, query);
        selected = Selection.of(query);
        var filter = asked.filter(RefundFilter.class).orElse(RefundFilter.OPEN);
        var page = desk.page(filter, asked.page(), DeskList.ROWS_ON_A_PAGE);
        briefs = desk.briefs(page.rows());
        var both = Markup.div("desk-beside", list(page));
        selected.id()
                .map(RefundId::new)
                .flatMap(desk::details)
                .ifPresent(one -> {
                    both.addClassName("open");
                    both.add(new RefundPanel(desk, one, asked.at(asked.page())));
                });
        frame.show(segments(filter), both);
    }

    private Component segments(RefundFilter current) {
        var segments = new Segments(getTranslation("desk.filter"));
        for (var filter : SHOWN) {
            segments.with(
                    getTranslation("desk.refunds." + filter.name()),
                    asked.showing(filter.name()).at(0),
                    filter == current);
        }
        return segments;
    }

    private Component list(RefundPage page) {
        if (page.total() == 0) {
            return NothingFound.done("desk.nothing.headline", "desk.refunds.none");
        }
        var list =
                new DeskList<RefundRow>(title(), this::card, this::address)
                        .parts(getTranslation("desk.booking"), this::whose)
                        .parts(getTranslation("desk.reason"), RefundsView::reason)
                        .parts(getTranslation("desk.state"), row -> StateBadges.of(row))
                        .plainAmounts(
                                getTranslation("desk.amountDong"),
                                row -> Formats.current().number(row.refund().amount().dong()))
                        .plainAmounts(getTranslation("desk.waiting"), this::waited)
                        .marking(row -> selected.is(row.refund().id().value()));
        list.show(
                asked.page(),
                Math.toIntExact(page.total()),
                (order, offset, limit) -> page.rows(),
                asked::at);
        return list;
    }

    private Component whose(RefundRow row) {
        var link = new Anchor(address(row), name(row));
        link.addClassName("desk-code");
        return Cells.two(link, brief(row).map(BookingBrief::contactName).orElse(null));
    }

    private static Component reason(RefundRow row) {
        return new Span(StateBadges.reason(row));
    }

    private String waited(RefundRow row) {
        var refund = row.refund();
        var finished = refund.finishedAt();
        return finished == null
                ? Waiting.since(refund.openedAt(), desk.now())
                : Formats.current().shortDateTime(finished);
    }

    private Component card(RefundRow row) {
        return Cells.card(
                name(row),
                Formats.current().money(row.refund().amount()),
                StateBadges.of(row),
                waited(row),
                StateBadges.reason(row));
    }

    private String name(RefundRow row) {
        return brief(row).map(BookingBrief::code).orElse(row.bankReference());
    }

    private Optional<BookingBrief> brief(RefundRow row) {
        return Optional.ofNullable(row.refund().payable()).map(briefs::get);
    }

    private String address(RefundRow row) {
        return Selection.address(asked, row.refund().id().value());
    }
}
