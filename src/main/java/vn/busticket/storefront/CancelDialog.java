package vn.busticket.storefront;

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.server.Command;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.bookings.BookingState;
import vn.busticket.bookings.CancellationQuote;
import vn.busticket.bookings.CancellationQuoteChanged;
import vn.busticket.bookings.PassengerDetails;
import vn.busticket.shared.BusinessRuleViolation;
import vn.busticket.shared.Vnd;
import vn.busticket.ui.ActionButton;
import vn.busticket.ui.Background;
import vn.busticket.ui.Banner;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Look;
import vn.busticket.ui.Markup;
import vn.busticket.ui.PriceLines;
import vn.busticket.ui.Tone;

/**
 * The question before cancelling: who does not travel, what that costs line by line, and why. What
 * it shows is what is done: if the price has changed meanwhile it shows the new one and asks again,
 * with all that was picked and typed.
 */
@Tag("dialog")
final class CancelDialog extends HtmlContainer {

    private static final int LONGEST_REASON = 300;
    private static final String HEADING = "cancel-question";

    private final BookingDetails booking;
    private final MoneyDesk desk;
    private final Command done;
    private final Formats formats = Formats.current();
    private final Map<Long, Checkbox> leaving = new LinkedHashMap<>();
    private final TextArea reason = new TextArea();
    private final Div told = Markup.div("told");
    private final Div price = new Div();
    private Optional<CancellationQuote> shown = Optional.empty();

    CancelDialog(BookingDetails booking, MoneyDesk desk, Command done) {
        this.booking = booking;
        this.desk = desk;
        this.done = done;
        getElement().setAttribute("aria-labelledby", HEADING);
        price.getElement().setAttribute("role", "status");
        reason.setLabel(getTranslation("cancel.reason"));
        reason.setMaxLength(LONGEST_REASON);
        reason.setWidthFull();
    }

    /** Opens it; the price is asked again, so that what stands in it is what is true now. */
    void ask() {
        removeAll();
        leaving.clear();
        told.removeAll();
        var heading = new H2(getTranslation("cancel.question", booking.code()));
        heading.setId(HEADING);
        add(heading, new Paragraph(getTranslation("cancel.consequence")), told);
        if (canLeaveAlone()) {
            add(choice());
        }
        add(price, reason, Markup.div("actions spaced", confirm(), keep()));
        showPrice();
        getElement().executeJs("this.showModal()");
    }

    /** An unpaid booking is given up whole, and somebody alone is all of it. */
    private boolean canLeaveAlone() {
        return booking.state() == BookingState.CONFIRMED && booking.travellers().size() > 1;
    }

    private HtmlContainer choice() {
        var people = Markup.element("fieldset");
        people.addClassName("leaving");
        people.add(Markup.element("legend", getTranslation("cancel.who")));
        for (var traveller : booking.travellers()) {
            var box =
                    new Checkbox(
                            getTranslation(
                                    "cancel.passenger",
                                    traveller.fullName(),
                                    traveller.seatLabel()),
                            true);
            box.addValueChangeListener(picked -> showPrice());
            leaving.put(traveller.id(), box);
            people.add(box);
        }
        return people;
    }

    private Set<Long> chosen() {
        return booking.travellers().stream()
                .map(PassengerDetails::id)
                .filter(id -> !leaving.containsKey(id) || isTicked(id))
                .collect(toUnmodifiableSet());
    }

    private boolean isTicked(long passenger) {
        return Optional.ofNullable(leaving.get(passenger)).map(Checkbox::getValue).orElse(false);
    }

    private void showPrice() {
        var chosen = chosen();
        try {
            show(chosen.isEmpty() ? Optional.empty() : Optional.of(desk.quote(booking, chosen)));
        } catch (BusinessRuleViolation tooLate) {
            show(Optional.empty());
            tell(getTranslation(tooLate.messageKey(), tooLate.arguments()));
        }
    }

    private void show(Optional<CancellationQuote> quote) {
        shown = quote;
        price.removeAll();
        price.add(
                quote.map(this::lines)
                        .orElseGet(() -> new Paragraph(getTranslation("cancel.nobody"))));
    }

    private HtmlContainer lines(CancellationQuote quote) {
        if (!quote.paid().isPositive()) {
            return new Paragraph(getTranslation("cancel.nothingPaid"));
        }
        var lines = new PriceLines();
        if (booking.state() == BookingState.CONFIRMED) {
            quote.lines()
                    .forEach(line ->
                            lines.line(
                                    getTranslation("cancel.passenger", line.name(), line.seat()),
                                    line.price()));
        } else {
            lines.line(getTranslation("cancel.paid"), quote.paid());
        }
        lines.line(feeName(quote), Vnd.ZERO.minus(quote.fee()))
                .total(getTranslation("cancel.back"), quote.refund());
        var until = new Paragraph(getTranslation("cancel.until", formats.dateTime(quote.until())));
        until.addClassNames("small", "muted", "note");
        return new Div(lines, until);
    }

    private String feeName(CancellationQuote quote) {
        return quote.tier()
                .filter(tier -> tier.feePercent() > 0)
                .map(tier -> getTranslation("cancel.feePercent", tier.feePercent()))
                .orElseGet(() -> getTranslation("cancel.fee"));
    }

    private ActionButton keep() {
        return new ActionButton(
                Look.PLAIN,
                getTranslation("cancel.keep"),
                () -> getElement().executeJs("this.close()"));
    }

    private ActionButton confirm() {
        return Background.button(
                Look.DANGER,
                getTranslation("cancel.confirm"),
                getTranslation("cancel.busy"),
                this::wish,
                code -> {
                    getElement().executeJs("this.close()");
                    done.execute();
                },
                this::refused);
    }

    private Optional<Supplier<String>> wish() {
        told.removeAll();
        var why = reason.getValue();
        return shown.map(quote ->
                () -> {
                    desk.cancel(booking, quote, why);
                    return booking.code();
                });
    }

    /** Nothing was cancelled, and nothing that was picked or typed is lost. */
    private void refused(RuntimeException thrown) {
        switch (thrown) {
            case CancellationQuoteChanged changed -> {
                show(Optional.of(changed.now()));
                tell(getTranslation(changed.messageKey(), changed.arguments()));
            }
            case BusinessRuleViolation violation ->
                    tell(getTranslation(violation.messageKey(), violation.arguments()));
            default -> {
                getElement().executeJs("this.close()");
                PaymentTrouble.tell(thrown);
            }
        }
    }

    private void tell(String words) {
        told.removeAll();
        told.add(new Banner(Tone.WARN, words, ""));
        told.getElement().executeJs("this.scrollIntoView({ block: 'nearest' })");
    }
}
