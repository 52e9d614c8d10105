package vn.busticket.storefront;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.Command;
import java.time.Clock;
import org.springframework.stereotype.Component;
import vn.busticket.seats.Hold;
import vn.busticket.seats.SeatProperties;
import vn.busticket.ui.ActionButton;
import vn.busticket.ui.Countdown;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Look;
import vn.busticket.ui.Markup;

/** Shows until when the seats of a hold are kept, and lets the visitor ask for more time. */
@Component
class HoldCountdown {

    private final SeatProperties seats;
    private final Clock clock;

    HoldCountdown(SeatProperties seats, Clock clock) {
        this.seats = seats;
        this.clock = clock;
    }

    /**
     * The time left of a hold.
     *
     * @param over called when it has run out
     * @param renew called when the visitor wants more
     */
    Div of(Hold hold, Command over, Command renew) {
        var box = Markup.div("hold-time");
        var words =
                new Span(
                        box.getTranslation(
                                        "checkout.heldUntil",
                                        SeatWords.list(hold.seatLabels()),
                                        hold.seats().size())
                                + " ");
        words.add(Markup.span("num", Formats.current().time(hold.heldUntil())));
        box.add(new Countdown(words, hold.heldUntil(), seats.holdTime(), clock).onOver(over));
        if (hold.canBeRenewed()) {
            box.add(
                    new ActionButton(Look.QUIET, box.getTranslation("checkout.renew"), renew)
                            .busy(box.getTranslation("checkout.renew.busy")));
        }
        return box;
    }
}
