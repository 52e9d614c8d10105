package vn.busticket.storefront;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.i18n.I18NProvider;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.shared.BusinessRuleViolation;
import vn.busticket.ui.ActionLink;
import vn.busticket.ui.Banner;
import vn.busticket.ui.Look;
import vn.busticket.ui.Markup;
import vn.busticket.ui.Tone;

/** A page that says why a booking cannot be changed, and leads back to it. */
final class ChangeRefused {

    private ChangeRefused() {}

    static Component page(BookingDetails booking, BusinessRuleViolation reason) {
        var back =
                new ActionLink(
                        Look.PRIMARY,
                        I18NProvider.translate("payment.viewBooking"),
                        "bookings/" + booking.code());
        return Markup.div(
                "narrow-page stack",
                Markup.div("title flush", new H1(I18NProvider.translate("edit.headline"))),
                new Banner(
                        Tone.WARN,
                        I18NProvider.translate(reason.messageKey(), reason.arguments()),
                        "",
                        back));
    }
}
