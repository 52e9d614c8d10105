package vn.busticket.storefront;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.server.Command;
import java.util.Optional;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.bookings.CancellationQuote;
import vn.busticket.shared.Vnd;
import vn.busticket.ui.ActionButton;
import vn.busticket.ui.Background;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Look;
import vn.busticket.ui.Markup;
import vn.busticket.ui.PriceLines;

/** Cancelling: first what comes back, then a question, and only then it is done. */
final class CancelCard extends Section {

    private final BookingDetails booking;
    private final MoneyDesk desk;
    private final Command done;
    private final HtmlContainer dialog = Markup.element("dialog");

    /**
     * @param done called on the screen's thread once the booking is cancelled
     */
    CancelCard(BookingDetails booking, MoneyDesk desk, Command done) {
        this.booking = booking;
        this.desk = desk;
        this.done = done;
        addClassName("card");
        var quote = desk.quote(booking);
        var words =
                new Paragraph(
                        quote.paid().isPositive()
                                ? getTranslation(
                                        "cancel.refundNow", Formats.current().money(quote.refund()))
                                : getTranslation("cancel.freeNow"));
        words.addClassNames("small", "muted");
        var cancel =
                new ActionButton(Look.DANGER, getTranslation("cancel.cancel"), this::ask)
                        .busy(getTranslation("cancel.asking"));
        add(
                new H2(getTranslation("cancel.headline")),
                words,
                Markup.div("actions spaced", cancel),
                dialog);
    }

    /** The price is asked again: what stands in the question is what is true now. */
    private void ask() {
        var quote = desk.quote(booking);
        dialog.removeAll();
        var heading = new H2(getTranslation("cancel.question", booking.code()));
        heading.setId("cancel-question");
        var keep =
                new ActionButton(
                        Look.PLAIN,
                        getTranslation("cancel.keep"),
                        () -> dialog.getElement().executeJs("this.close()"));
        dialog.getElement().setAttribute("aria-labelledby", "cancel-question");
        dialog.add(
                heading,
                new Paragraph(getTranslation("cancel.consequence")),
                lines(quote),
                Markup.div("actions spaced", confirm(), keep));
        dialog.getElement().executeJs("this.showModal()");
    }

    private HtmlContainer lines(CancellationQuote quote) {
        if (!quote.paid().isPositive()) {
            return new Paragraph(getTranslation("cancel.nothingPaid"));
        }
        return new PriceLines()
                .line(getTranslation("cancel.paid"), quote.paid())
                .line(getTranslation("cancel.fee"), Vnd.ZERO.minus(quote.fee()))
                .total(getTranslation("cancel.back"), quote.refund());
    }

    private ActionButton confirm() {
        return Background.button(
                Look.DANGER,
                getTranslation("cancel.confirm"),
                getTranslation("cancel.busy"),
                () ->
                        Optional.of(() -> {
                            desk.cancel(booking);
                            return booking.code();
                        }),
                code -> close(done),
                thrown -> close(() -> PaymentTrouble.tell(thrown)));
    }

    private void close(Command then) {
        dialog.getElement().executeJs("this.close()");
        then.execute();
    }
}
