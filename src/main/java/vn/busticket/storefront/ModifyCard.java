package vn.busticket.storefront;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.Optional;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.shared.BusinessRuleViolation;
import vn.busticket.ui.ActionButton;
import vn.busticket.ui.ActionLink;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Look;
import vn.busticket.ui.Markup;

/** The way to change a booking; where that is not possible it stays in its place and says why. */
final class ModifyCard extends Section {

    ModifyCard(BookingDetails booking, Optional<BusinessRuleViolation> obstacle) {
        addClassName("card");
        var rule = booking.policy().change();
        var reason =
                obstacle.map(why -> getTranslation(why.messageKey(), why.arguments()))
                        .orElseGet(() ->
                                getTranslation(
                                        "modify.until",
                                        Formats.current()
                                                .shortDateTime(rule.endsAt(booking.departsAt())),
                                        rule.times()));
        var words = new Paragraph(reason);
        words.addClassNames("small", "muted");
        add(
                new H2(getTranslation("modify.headline")),
                words,
                Markup.div(
                        "actions spaced", obstacle.isPresent() ? refusing(reason) : open(booking)));
    }

    private ActionLink open(BookingDetails booking) {
        return new ActionLink(
                Look.STRONG,
                getTranslation("modify.modify"),
                "bookings/" + booking.code() + "/edit");
    }

    private ActionButton refusing(String reason) {
        var button = new ActionButton(Look.STRONG, getTranslation("modify.modify"), () -> {});
        button.refuse(reason);
        return button;
    }
}
