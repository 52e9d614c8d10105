package vn.busticket.storefront;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.Command;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import vn.busticket.bookings.BookingChange;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.shared.Vnd;
import vn.busticket.ui.ActionButton;
import vn.busticket.ui.Background;
import vn.busticket.ui.Banner;
import vn.busticket.ui.Countdown;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Look;
import vn.busticket.ui.Markup;
import vn.busticket.ui.Tone;

/** A change that waits for its money: what it costs, until when, and how to give it up. */
final class OpenChange extends Div {

    /**
     * @param left what of the difference is still to be paid
     * @param pay the button that leads to paying
     * @param refresh shows the booking again as it stands then
     */
    OpenChange(
            BookingDetails booking,
            BookingChange change,
            Vnd left,
            Component pay,
            ChangeDesk desk,
            Command refresh) {
        addClassName("stack");
        add(
                new Banner(
                        Tone.WARN,
                        getTranslation("change.open", Formats.current().money(left)),
                        getTranslation("change.open.explanation"),
                        pay,
                        giveUp(booking, desk, refresh)));
        change.paymentDeadline()
                .filter(deadline -> deadline.isAfter(desk.clock().instant()))
                .ifPresent(deadline -> add(countdown(change, deadline, desk.clock(), refresh)));
    }

    private Countdown countdown(
            BookingChange change, Instant deadline, Clock clock, Command refresh) {
        var words = new Span(getTranslation("payment.until") + " ");
        words.add(Markup.span("num", Formats.current().time(deadline)));
        return new Countdown(
                        words, deadline, Duration.between(change.requestedAt(), deadline), clock)
                .onOver(refresh);
    }

    private ActionButton giveUp(BookingDetails booking, ChangeDesk desk, Command refresh) {
        return Background.button(
                Look.PLAIN,
                getTranslation("change.giveUp"),
                getTranslation("change.givingUp"),
                () ->
                        Optional.of(() -> {
                            desk.withdraw(booking);
                            return booking.code();
                        }),
                code -> refresh.execute(),
                PaymentTrouble::tell);
    }
}
