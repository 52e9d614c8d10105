package vn.busticket.backoffice;

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.bookings.BookingState;
import vn.busticket.bookings.CancellationQuote;
import vn.busticket.bookings.CancellationQuoteChanged;
import vn.busticket.bookings.PassengerDetails;
import vn.busticket.shared.Vnd;
import vn.busticket.ui.Look;
import vn.busticket.ui.Markup;
import vn.busticket.ui.PriceLines;

/**
 * Asks staff whom to cancel and whether the policy decides what is kept, or the house gives all of
 * it back; past the last hour of the policy only that is left.
 */
final class CancelDialog {

    private final BookingDecisions decisions;
    private final BookingDetails booking;
    private final Map<Long, Checkbox> leaving = new LinkedHashMap<>();
    private final Checkbox inFull = new Checkbox(words("desk.cancel.inFull"));
    private final Div price = new Div();
    private Optional<CancellationQuote> shown = Optional.empty();

    private CancelDialog(BookingDecisions decisions, BookingDetails booking) {
        this.decisions = decisions;
        this.booking = booking;
        price.getElement().setAttribute("role", "status");
        inFull.addValueChangeListener(changed -> showPrice());
    }

    /** Asks, and reads the screen anew once something was cancelled. */
    static void ask(BookingDecisions decisions, BookingDetails booking) {
        new CancelDialog(decisions, booking).open();
    }

    private void open() {
        var dialog =
                new DecisionDialog(
                        words("desk.cancel") + " " + booking.code(), words("desk.cancel.what"));
        if (booking.state() == BookingState.CONFIRMED) {
            dialog.with(people()).with(inFull);
        }
        dialog.with(price);
        var reason = dialog.reason(words("desk.reason"));
        dialog.checking(() -> shown.isPresent());
        showPrice();
        dialog.offer(
                Look.DANGER,
                words("desk.cancel"),
                () -> cancel(reason.getValue().strip()),
                () -> DecisionDialog.done(words("desk.cancel.done", booking.code())));
    }

    private Component people() {
        var people = Markup.element("fieldset");
        people.addClassName("leaving");
        people.add(Markup.element("legend", words("desk.cancel.who")));
        for (var traveller : booking.travellers()) {
            var name = words("cancel.passenger", traveller.fullName(), traveller.seatLabel());
            var box = new Checkbox(name, true);
            box.addValueChangeListener(picked -> showPrice());
            leaving.put(traveller.id(), box);
            people.add(box);
        }
        return people;
    }

    private Set<Long> chosen() {
        return leaving.isEmpty()
                ? booking.travellers().stream()
                        .map(PassengerDetails::id)
                        .collect(toUnmodifiableSet())
                : leaving.entrySet().stream()
                        .filter(one -> one.getValue().getValue())
                        .map(Map.Entry::getKey)
                        .collect(toUnmodifiableSet());
    }

    private void showPrice() {
        var chosen = chosen();
        price.removeAll();
        shown = Optional.empty();
        if (chosen.isEmpty()) {
            price.add(new Paragraph(words("cancel.nobody")));
            return;
        }
        shown =
                inFull.getValue()
                        ? Optional.of(decisions.quoteInFull(booking, chosen))
                        : decisions.quote(booking, chosen);
        price.add(
                shown.<Component>map(this::lines)
                        .orElseGet(() -> new Paragraph(words("desk.cancel.onlyInFull"))));
    }

    private PriceLines lines(CancellationQuote quote) {
        return new PriceLines()
                .line(words("desk.cancel.paid", quote.lines().size()), quote.paid())
                .line(words("cancel.fee"), Vnd.ZERO.minus(quote.fee()))
                .total(words("cancel.back"), quote.refund());
    }

    private void cancel(String reason) {
        var quote = shown.orElseThrow();
        try {
            if (inFull.getValue()) {
                decisions.cancelInFull(booking, quote, reason);
            } else {
                decisions.cancel(booking, quote, reason);
            }
        } catch (CancellationQuoteChanged changed) {
            showPrice();
            throw changed;
        }
    }

    private static String words(String key, Object... arguments) {
        return I18NProvider.translate(key, arguments);
    }
}
