package vn.busticket.backoffice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.payments.AttemptRow;
import vn.busticket.payments.Ledger;
import vn.busticket.payments.LedgerRow;
import vn.busticket.payments.MoneyPlaces;
import vn.busticket.payments.RefundView;
import vn.busticket.payments.TransactionRow;
import vn.busticket.shared.Vnd;
import vn.busticket.ui.ActionButton;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Look;
import vn.busticket.ui.Markup;

/** A booking's money: where it is, how it came, how it moved, and what happened meanwhile. */
final class BookingMoney extends Div {

    private final Formats formats = Formats.current();
    private final BookingMoneyDesk desk;
    private final BookingDetails booking;

    BookingMoney(BookingMoneyDesk desk, BookingDetails booking) {
        this.desk = desk;
        this.booking = booking;
        addClassName("desk-stack");
        var transfers = desk.transfers(booking.payable());
        var ledger = desk.ledger(booking.payable());
        var left = Markup.div("desk-stack", money(ledger), attempts(), transfers(transfers));
        var refunds = desk.refunds(booking.payable());
        if (!refunds.isEmpty()) {
            left.add(refunds(refunds));
        }
        add(crumb(), head(), Markup.div("desk-two-columns", left, history()));
    }

    private Nav crumb() {
        var crumb = new Nav();
        crumb.addClassName("desk-crumb");
        crumb.setAriaLabel(getTranslation("desk.crumb"));
        crumb.add(
                new Anchor(MoneyAddresses.ATTEMPTS, getTranslation("desk.payments")),
                new Span(" / " + booking.code()));
        return crumb;
    }

    private Component head() {
        var head =
                new PageHead(getTranslation("desk.money.title", booking.code()))
                        .saying(
                                String.join(
                                        " · ",
                                        desk.way(booking),
                                        formats.dateTime(booking.departsAt()),
                                        getTranslation(
                                                "desk.seats",
                                                String.join(", ", booking.seatLabels())),
                                        booking.contact().name()));
        head.add(StateBadges.of(booking.state()));
        if (desk.decisions().mayCancel(booking)) {
            head.add(
                    Markup.div(
                            "desk-actions",
                            new ActionButton(
                                    Look.DANGER,
                                    getTranslation("desk.cancel"),
                                    () -> CancelDialog.ask(desk.decisions(), booking))));
        }
        return head;
    }

    private Component money(List<LedgerRow> ledger) {
        var moved =
                new Figures(
                        getTranslation("desk.ledger"),
                        List.of(
                                getTranslation("desk.at"),
                                getTranslation("desk.movement"),
                                getTranslation("desk.reference")),
                        List.of(
                                getTranslation("desk.amountDong"),
                                getTranslation("desk.openDong")));
        var open = Vnd.ZERO;
        for (var row : ledger) {
            open = open.plus(change(row));
            moved.row(
                    new Span(formats.shortDateTime(row.at())),
                    Cells.two(
                            new Span(LedgerWords.movement(row)),
                            LedgerWords.reason(row).orElse(null)),
                    new Span(row.reference()),
                    new Span(formats.number(row.amount().dong())),
                    new Span(formats.number(open.dong())));
        }
        var part = new Part(getTranslation("desk.money"), new Purse(places(ledger)));
        part.with(
                Markup.span("muted", getTranslation("desk.total", formats.money(booking.total()))));
        if (!ledger.isEmpty()) {
            part.add(moved);
        }
        return part;
    }

    /** What a movement adds to the money that nobody has decided about. */
    private static Vnd change(LedgerRow row) {
        if (row.to() == Ledger.Place.UNALLOCATED) {
            return row.amount();
        }
        return row.from() == Ledger.Place.UNALLOCATED ? Vnd.ZERO.minus(row.amount()) : Vnd.ZERO;
    }

    private static MoneyPlaces places(List<LedgerRow> ledger) {
        return new MoneyPlaces(
                balance(ledger, Ledger.Place.ALLOCATED),
                balance(ledger, Ledger.Place.DUE_FOR_REFUND),
                balance(ledger, Ledger.Place.IN_REFUND),
                balance(ledger, Ledger.Place.REFUNDED),
                balance(ledger, Ledger.Place.UNALLOCATED));
    }

    private static Vnd balance(List<LedgerRow> ledger, Ledger.Place place) {
        var sum = Vnd.ZERO;
        for (var row : ledger) {
            if (row.to() == place) {
                sum = sum.plus(row.amount());
            } else if (row.from() == place) {
                sum = sum.minus(row.amount());
            }
        }
        return sum;
    }

    private Component attempts() {
        var table =
                new Figures(
                        getTranslation("desk.tab.ATTEMPTS"),
                        List.of(
                                getTranslation("desk.begun"),
                                getTranslation("desk.orderCode"),
                                getTranslation("desk.state")),
                        List.of(
                                getTranslation("desk.amountDong"),
                                getTranslation("desk.receivedDong")));
        desk.attempts(booking.payable()).forEach(row -> table.row(cells(row)));
        return new Part(getTranslation("desk.tab.ATTEMPTS"), table);
    }

    private Component[] cells(AttemptRow row) {
        return new Component[] {
            new Span(formats.shortDateTime(row.createdAt())),
            Cells.two(new Span(Long.toString(row.orderCode())), row.gateway()),
            Cells.two(StateBadges.of(row.state()), row.failure()),
            new Span(formats.number(row.amount().dong())),
            new Span(formats.number(row.received().dong()))
        };
    }

    private Component transfers(List<TransactionRow> transfers) {
        if (transfers.isEmpty()) {
            return new Part(
                    getTranslation("desk.tab.TRANSFERS"),
                    Markup.element("p", getTranslation("desk.money.none")));
        }
        var table =
                new Figures(
                        getTranslation("desk.tab.TRANSFERS"),
                        List.of(
                                getTranslation("desk.paidAt"),
                                getTranslation("desk.reference"),
                                getTranslation("desk.payer"),
                                getTranslation("desk.where")),
                        List.of(getTranslation("desk.amountDong")));
        transfers.forEach(row ->
                table.row(
                        new Span(formats.shortDateTime(row.paidAt())),
                        Cells.two(new Span(row.reference()), Long.toString(row.orderCode())),
                        Cells.two(new Span(TransfersView.payer(row)), row.transferText()),
                        StateBadges.of(row),
                        new Span(TransfersView.amount(row))));
        return new Part(getTranslation("desk.tab.TRANSFERS"), table);
    }

    private Component refunds(List<RefundView> refunds) {
        var table =
                new Figures(
                        getTranslation("desk.tab.REFUNDS"),
                        List.of(
                                getTranslation("desk.at"),
                                getTranslation("desk.reason"),
                                getTranslation("desk.state")),
                        List.of(getTranslation("desk.amountDong")));
        for (var refund : refunds) {
            table.row(
                    Cells.code(
                            formats.shortDateTime(refund.openedAt()),
                            MoneyAddresses.ofRefund(refund.id())),
                    new Span(getTranslation("desk.refund.reason." + refund.reason().name())),
                    StateBadges.of(refund.state(), 0),
                    new Span(formats.number(refund.amount().dong())));
        }
        return new Part(getTranslation("desk.tab.REFUNDS"), table);
    }

    private Component history() {
        var lines = new HistoryLines();
        desk.history(booking).reversed().forEach(lines::add);
        return new Part(getTranslation("booking.history"), lines);
    }
}
