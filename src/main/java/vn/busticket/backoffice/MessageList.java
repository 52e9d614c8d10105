package vn.busticket.backoffice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.busticket.bookings.BookingBrief;
import vn.busticket.notifications.MessageFilter;
import vn.busticket.notifications.MessageRow;
import vn.busticket.payments.PayableId;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Markup;

/** Messages of one page, searched and filtered as the address says, and the one that is open. */
final class MessageList extends Div {

    private final MessageTab tab;
    private final MessageFilter all;
    private final MessageWork desk;
    private final MessageFrame frame;
    private final FilterBar<MessageFilter> filters;
    private ListAddress asked;
    private Selection selected = Selection.NONE;
    private Map<PayableId, BookingBrief> briefs = Map.of();

    /**
     * @param all what the page shows
     * @param parts what it can be narrowed to
     */
    MessageList(MessageTab tab, MessageFilter all, List<MessageFilter> parts, MessageWork desk) {
        this.tab = tab;
        this.all = all;
        this.desk = desk;
        this.frame = new MessageFrame(tab, desk);
        this.asked = new ListAddress(tab.address(), "", "", 0);
        this.filters =
                new FilterBar<>(parts, part -> getTranslation("desk.message.state." + part.name()));
        filters.hinting(getTranslation("desk.messages.hint"));
        filters.onSearch(typed -> go(asked.searching(typed)));
        filters.onFilter(part -> go(asked.showing(part.map(Enum::name).orElse(""))));
        add(frame);
    }

    /** Shows what an address asks for. */
    void show(QueryParameters query) {
        asked = ListAddress.of(tab.address(), query);
        selected = Selection.of(query);
        var part = asked.filter(MessageFilter.class);
        filters.show(asked.search(), part);
        var search = desk.search(asked.search());
        var filter = part.orElse(all);
        var total = desk.count(search, filter);
        var both = Markup.div("desk-beside");
        if (total == 0) {
            both.add(nothing(part.isPresent()));
        } else {
            var list = list();
            list.show(
                    asked.page(),
                    total,
                    (order, offset, limit) -> {
                        var rows = desk.messages(search, filter, offset, limit);
                        briefs = desk.briefs(rows);
                        return rows;
                    },
                    asked::at);
            both.add(list);
        }
        selected.id()
                .flatMap(desk::open)
                .ifPresent(message -> {
                    both.addClassName("open");
                    both.add(new MessagePanel(desk, message, asked.at(asked.page())));
                });
        frame.show(filters, both);
    }

    private NothingFound nothing(boolean isNarrowed) {
        return isNarrowed || !asked.search().isEmpty()
                ? new NothingFound(asked.search(), tab.address())
                : NothingFound.done("desk.nothing.headline", "desk.messages.none." + tab.name());
    }

    private DeskList<MessageRow> list() {
        return new DeskList<MessageRow>(getTranslation(tab.messageKey()), this::card, this::address)
                .parts(getTranslation("desk.message.kind"), this::what)
                .words(getTranslation("desk.message.to"), MessageWords::recipient)
                .parts(getTranslation("desk.state"), MessageWords::state)
                .plainAmounts(
                        getTranslation("desk.at"),
                        row -> Formats.current().shortDateTime(MessageWords.at(row)))
                .marking(row -> selected.is(row.id()));
    }

    private Component what(MessageRow row) {
        var link = new Anchor(address(row), MessageWords.kind(row));
        return Cells.two(link, MessageWords.channel(row) + code(row).map(" · "::concat).orElse(""));
    }

    private Component card(MessageRow row) {
        return Cells.card(
                MessageWords.kind(row),
                MessageWords.channel(row),
                MessageWords.badge(row),
                Formats.current().shortDateTime(MessageWords.at(row)),
                (MessageWords.recipient(row) + " " + code(row).orElse("")).strip());
    }

    private Optional<String> code(MessageRow row) {
        return Optional.ofNullable(row.booking())
                .map(booking -> briefs.get(new PayableId(booking.value())))
                .map(BookingBrief::code);
    }

    private String address(MessageRow row) {
        return Selection.address(asked, row.id());
    }

    private void go(ListAddress address) {
        getUI().ifPresent(ui -> ui.navigate(address.at(0)));
    }
}
