package vn.busticket.backoffice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.busticket.bookings.BookingBrief;
import vn.busticket.bookings.BookingDeskQueries;
import vn.busticket.payments.AttemptRow;
import vn.busticket.payments.AttemptState;
import vn.busticket.payments.MoneyOrder;
import vn.busticket.payments.PayableId;
import vn.busticket.payments.PaymentDeskQueries;
import vn.busticket.payments.PaymentSearch;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Titled;

/** All attempts to pay; search, filter and page are part of the address. */
@Route(value = MoneyAddresses.ATTEMPTS, layout = StaffLayout.class)
@RolesAllowed(StaffRole.ADMINISTRATOR)
class AttemptsView extends Div implements BeforeEnterObserver, Titled {

    private final PaymentDeskQueries payments;
    private final BookingDeskQueries bookings;
    private final MoneyAddresses addresses;
    private final MoneyFrame frame;
    private final FilterBar<AttemptState> filters =
            new FilterBar<>(
                    List.of(AttemptState.values()),
                    state -> getTranslation("desk.attempt." + state.name()));
    private ListAddress asked = new ListAddress(MoneyAddresses.ATTEMPTS, "", "", 0);
    private Map<PayableId, BookingBrief> briefs = Map.of();

    AttemptsView(
            PaymentDeskQueries payments,
            BookingDeskQueries bookings,
            MoneyAddresses addresses,
            DeskCounts counts) {
        this.payments = payments;
        this.bookings = bookings;
        this.addresses = addresses;
        this.frame = new MoneyFrame(PaymentTab.ATTEMPTS, counts);
        filters.onSearch(typed -> go(asked.searching(typed)));
        filters.onFilter(state -> go(asked.showing(state.map(Enum::name).orElse(""))));
        add(frame);
        addClassName("desk-stack");
    }

    @Override
    public String title() {
        return getTranslation("desk.tab.ATTEMPTS");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        asked = ListAddress.of(MoneyAddresses.ATTEMPTS, event.getLocation().getQueryParameters());
        var state = asked.filter(AttemptState.class);
        filters.show(asked.search(), state);
        var search = addresses.search(asked.search());
        var total = payments.countAttempts(search, state.orElse(null));
        if (total == 0) {
            frame.show(filters, new NothingFound(asked.search(), MoneyAddresses.ATTEMPTS));
            return;
        }
        var list = list();
        list.show(
                asked.page(),
                total,
                (order, offset, limit) -> read(search, state, order, offset, limit),
                asked::at);
        frame.show(filters, list);
    }

    private List<AttemptRow> read(
            PaymentSearch search,
            Optional<AttemptState> state,
            MoneyOrder order,
            int offset,
            int limit) {
        var rows = payments.attempts(search, state.orElse(null), order, offset, limit);
        briefs = bookings.briefs(rows.stream().map(AttemptRow::payable).toList());
        return rows;
    }

    private DeskList<AttemptRow> list() {
        var formats = Formats.current();
        return new DeskList<AttemptRow>(title(), this::card, this::address)
                .parts(getTranslation("desk.booking"), row -> Cells.booking(brief(row)))
                .words(getTranslation("desk.orderCode"), row -> Long.toString(row.orderCode()))
                .parts(getTranslation("desk.state"), AttemptsView::state)
                .amounts(
                        getTranslation("desk.amountDong"),
                        row -> formats.number(row.amount().dong()))
                .plainAmounts(
                        getTranslation("desk.receivedDong"),
                        row -> formats.number(row.received().dong()))
                .times(getTranslation("desk.begun"), row -> formats.shortDateTime(row.createdAt()));
    }

    private static Component state(AttemptRow row) {
        return Cells.two(StateBadges.of(row.state()), row.failure());
    }

    private Component card(AttemptRow row) {
        var formats = Formats.current();
        return Cells.card(
                brief(row).map(BookingBrief::code).orElse(Long.toString(row.orderCode())),
                formats.money(row.amount()),
                StateBadges.of(row.state()),
                formats.shortDateTime(row.createdAt()),
                brief(row).map(BookingBrief::contactName).orElse(null));
    }

    private Optional<BookingBrief> brief(AttemptRow row) {
        return Optional.ofNullable(briefs.get(row.payable()));
    }

    private String address(AttemptRow row) {
        return brief(row).map(known -> MoneyAddresses.ofBooking(known.code())).orElse("");
    }

    private void go(ListAddress address) {
        getUI().ifPresent(ui -> ui.navigate(address.at(0)));
    }
}
