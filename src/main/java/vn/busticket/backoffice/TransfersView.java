package vn.busticket.backoffice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import vn.busticket.bookings.BookingBrief;
import vn.busticket.bookings.BookingDeskQueries;
import vn.busticket.payments.MoneyOrder;
import vn.busticket.payments.PayableId;
import vn.busticket.payments.PaymentSearch;
import vn.busticket.payments.TransactionFilter;
import vn.busticket.payments.TransactionRow;
import vn.busticket.payments.TransferDeskQueries;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Titled;

/** All bank transfers that arrived and where their money is. */
@Route(value = MoneyAddresses.TRANSFERS, layout = StaffLayout.class)
@RolesAllowed(StaffRole.ADMINISTRATOR)
class TransfersView extends Div implements BeforeEnterObserver, Titled {

    private final TransferDeskQueries transfers;
    private final BookingDeskQueries bookings;
    private final MoneyAddresses addresses;
    private final MoneyFrame frame;
    private final FilterBar<TransactionFilter> filters =
            new FilterBar<>(
                    List.of(TransactionFilter.UNALLOCATED, TransactionFilter.UNSETTLED),
                    filter -> getTranslation("desk.transfer." + filter.name()));
    private ListAddress asked = new ListAddress(MoneyAddresses.TRANSFERS, "", "", 0);
    private Map<PayableId, BookingBrief> briefs = Map.of();

    TransfersView(
            TransferDeskQueries transfers,
            BookingDeskQueries bookings,
            MoneyAddresses addresses,
            DeskCounts counts) {
        this.transfers = transfers;
        this.bookings = bookings;
        this.addresses = addresses;
        this.frame = new MoneyFrame(PaymentTab.TRANSFERS, counts);
        filters.onSearch(typed -> go(asked.searching(typed)));
        filters.onFilter(filter -> go(asked.showing(filter.map(Enum::name).orElse(""))));
        add(frame);
    }

    @Override
    public String title() {
        return getTranslation("desk.tab.TRANSFERS");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        asked = ListAddress.of(MoneyAddresses.TRANSFERS, event.getLocation().getQueryParameters());
        var filter = asked.filter(TransactionFilter.class);
        filters.show(asked.search(), filter);
        var search = addresses.search(asked.search());
        var wanted = filter.orElse(TransactionFilter.ALL);
        var total = transfers.countTransfers(search, wanted);
        if (total == 0) {
            frame.show(filters, new NothingFound(asked.search(), MoneyAddresses.TRANSFERS));
            return;
        }
        var list = list();
        list.show(
                asked.page(),
                total,
                (order, offset, limit) -> read(search, wanted, order, offset, limit),
                asked::at);
        frame.show(filters, list);
    }

    private List<TransactionRow> read(
            PaymentSearch search,
            TransactionFilter filter,
            MoneyOrder order,
            int offset,
            int limit) {
        var rows = transfers.transfers(search, filter, order, offset, limit);
        briefs =
                bookings.briefs(
                        rows.stream()
                                .map(TransactionRow::payable)
                                .filter(Objects::nonNull)
                                .toList());
        return rows;
    }

    private DeskList<TransactionRow> list() {
        var formats = Formats.current();
        return new DeskList<TransactionRow>(title(), this::card, this::address)
                .parts(getTranslation("desk.reference"), TransfersView::reference)
                .parts(getTranslation("desk.booking"), row -> Cells.booking(brief(row)))
                .parts(getTranslation("desk.where"), StateBadges::of)
                .words(getTranslation("desk.payer"), TransfersView::payer)
                .amounts(getTranslation("desk.amountDong"), row -> amount(row))
                .times(getTranslation("desk.paidAt"), row -> formats.shortDateTime(row.paidAt()));
    }

    private static Component reference(TransactionRow row) {
        return Cells.two(new Span(row.reference()), Long.toString(row.orderCode()));
    }

    static String payer(TransactionRow row) {
        var bank = row.payerBank() == null ? "" : row.payerBank();
        var account = row.payerAccount() == null ? "" : row.payerAccount();
        var both = (bank + " " + account).strip();
        return both.isEmpty() ? Cells.NOTHING : both;
    }

    /** The figures alone for đồng; another currency is named. */
    static String amount(TransactionRow row) {
        var figures = Formats.current().number(row.amount());
        return row.currency().equals("VND") ? figures : figures + " " + row.currency();
    }

    private Component card(TransactionRow row) {
        return Cells.card(
                row.reference(),
                amount(row),
                StateBadges.of(row),
                Formats.current().shortDateTime(row.paidAt()),
                brief(row).map(known -> known.code() + " · " + known.contactName()).orElse(null));
    }

    private Optional<BookingBrief> brief(TransactionRow row) {
        return Optional.ofNullable(row.payable()).map(briefs::get);
    }

    private String address(TransactionRow row) {
        return brief(row).map(known -> MoneyAddresses.ofBooking(known.code())).orElse("");
    }

    private void go(ListAddress address) {
        getUI().ifPresent(ui -> ui.navigate(address.at(0)));
    }
}
