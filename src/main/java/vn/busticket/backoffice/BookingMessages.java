package vn.busticket.backoffice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.notifications.MessageRow;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Markup;

/** What was told about a booking, newest first; each message leads to its attempts. */
final class BookingMessages extends Div {

    private final String code;

    BookingMessages(MessageWork desk, BookingDetails booking) {
        this.code = booking.code();
        var messages = desk.about(booking.id());
        add(
                new Part(
                        getTranslation("desk.messages"),
                        messages.isEmpty()
                                ? Markup.element("p", getTranslation("desk.message.none"))
                                : table(messages)));
    }

    private Component table(List<MessageRow> messages) {
        var formats = Formats.current();
        var table =
                new Figures(
                        getTranslation("desk.messages"),
                        List.of(
                                getTranslation("desk.at"),
                                getTranslation("desk.message.kind"),
                                getTranslation("desk.message.to"),
                                getTranslation("desk.state")),
                        List.of(getTranslation("desk.message.attempts")));
        for (var row : messages) {
            table.row(
                    new Span(formats.shortDateTime(MessageWords.at(row))),
                    Cells.two(
                            Cells.code(MessageWords.kind(row), address(row)),
                            MessageWords.channel(row)),
                    new Span(MessageWords.recipient(row)),
                    MessageWords.state(row),
                    new Span(formats.number(row.attempts())));
        }
        return table;
    }

    private String address(MessageRow row) {
        var tab = row.nextAttemptAt() == null ? MessageTab.LOG : MessageTab.QUEUE;
        return Selection.address(new ListAddress(tab.address(), code, "", 0), row.id());
    }
}
