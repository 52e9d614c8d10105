package vn.busticket.storefront;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.Command;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.bookings.BookingState;
import vn.busticket.tickets.PolicyWording;
import vn.busticket.ui.ActionButton;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Look;
import vn.busticket.ui.Markup;

/** Cancelling: what comes back now and by which rules, then a question; or why it is too late. */
final class CancelCard extends Section {

    private final BookingDetails booking;
    private final MoneyDesk desk;
    private final Formats formats = Formats.current();

    /**
     * @param done called on the screen's thread once something is cancelled
     */
    CancelCard(BookingDetails booking, MoneyDesk desk, Command done) {
        this.booking = booking;
        this.desk = desk;
        addClassName("card");
        var dialog = new CancelDialog(booking, desk, done);
        var cancel =
                new ActionButton(Look.DANGER, getTranslation("cancel.cancel"), dialog::ask)
                        .busy(getTranslation("cancel.asking"));
        add(new H2(getTranslation("cancel.headline")), now(cancel));
        if (booking.state() == BookingState.CONFIRMED) {
            add(rules());
        }
        add(Markup.div("actions spaced", cancel), dialog);
    }

    private Paragraph now(ActionButton cancel) {
        var words = new Paragraph();
        words.addClassName("small");
        desk.obstacle(booking)
                .ifPresentOrElse(
                        obstacle -> {
                            var why = getTranslation(obstacle.messageKey(), obstacle.arguments());
                            words.setText(why + ended());
                            cancel.refuse(words.getText());
                        },
                        () -> words.setText(price()));
        return words;
    }

    private String price() {
        var quote = desk.quote(booking);
        if (!quote.paid().isPositive()) {
            return getTranslation("cancel.freeNow");
        }
        var until = formats.shortDateTime(quote.until());
        return quote.fee().isPositive()
                ? getTranslation(
                        "cancel.refundLessFee",
                        formats.money(quote.refund()),
                        formats.money(quote.fee()),
                        until)
                : getTranslation("cancel.refundNow", formats.money(quote.refund()), until);
    }

    private String ended() {
        return booking.policy()
                .cancellationEndsAt(booking.departsAt())
                .map(end -> " " + getTranslation("cancel.ended", formats.shortDateTime(end)))
                .orElse("");
    }

    private UnorderedList rules() {
        var rules = new UnorderedList();
        rules.addClassNames("rules", "small", "muted");
        PolicyWording.of(formats.language())
                .until(booking.policy(), booking.departsAt())
                .forEach(sentence -> rules.add(new ListItem(sentence)));
        return rules;
    }
}
