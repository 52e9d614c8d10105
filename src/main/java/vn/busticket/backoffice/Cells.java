package vn.busticket.backoffice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.busticket.bookings.BookingBrief;
import vn.busticket.ui.Markup;

/** What the cells of staff lists have in common. */
final class Cells {

    static final String NOTHING = "–";

    private Cells() {}

    /** Something in one line and what belongs to it below. */
    static Component two(Component first, @Nullable String second) {
        var cell = new Div(first);
        cell.addClassName("desk-two");
        if (second != null && !second.isBlank()) {
            cell.add(Markup.element("small", second));
        }
        return cell;
    }

    /** A booking by its code, as a link to its money, and whose it is. */
    static Component booking(Optional<BookingBrief> booking) {
        return booking.map(known ->
                        two(
                                code(known.code(), MoneyAddresses.ofBooking(known.code())),
                                known.contactName()))
                .orElseGet(() -> Markup.span("muted", NOTHING));
    }

    /** A code that leads somewhere. */
    static Anchor code(String code, String address) {
        var link = new Anchor(address, code);
        link.addClassName("desk-code");
        return link;
    }

    /** A row as a card: what it is and how much, then its state and when. */
    static Component card(
            String name, String amount, Component state, String when, @Nullable String more) {
        var card =
                Markup.div(
                        "desk-card",
                        Markup.span("desk-code", name),
                        Markup.span("num", amount),
                        state,
                        Markup.span("muted num", when));
        if (more != null && !more.isBlank()) {
            card.add(Markup.element("small", more));
        }
        return card;
    }
}
