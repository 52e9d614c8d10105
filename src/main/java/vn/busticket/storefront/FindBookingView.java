package vn.busticket.storefront;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Optional;
import vn.busticket.bookings.BookingAccess;
import vn.busticket.ui.Markup;
import vn.busticket.ui.PassengerLayout;
import vn.busticket.ui.Scene;
import vn.busticket.ui.SupportPhone;
import vn.busticket.ui.SupportProperties;
import vn.busticket.ui.Titled;
import vn.busticket.ui.Visitors;

/** Finds a booking without an account. */
@Route(value = "bookings/find", layout = PassengerLayout.class)
@AnonymousAllowed
class FindBookingView extends Div implements Titled {

    FindBookingView(BookingAccess access, Visitors visitors, SupportProperties support) {
        addClassName("page");
        var form =
                new FindBookingForm(
                        Optional.empty(),
                        (code, contact) ->
                                access.find(
                                        code, contact, visitors.current(), visitors.addressKey()));
        add(
                Markup.div(
                        "narrow-page stack",
                        Scene.FIND_TICKET.picture(),
                        Markup.div(
                                "title flush",
                                new H1(title()),
                                new Paragraph(getTranslation("find.explanation"))),
                        form,
                        help(support)));
    }

    @Override
    public String title() {
        return getTranslation("find.headline");
    }

    private Paragraph help(SupportProperties support) {
        var help = new Paragraph(new Text(getTranslation("find.help")));
        help.addClassNames("small", "muted");
        var phone = support.supportPhone();
        if (phone != null && !phone.isBlank()) {
            help.add(
                    new Text(" " + getTranslation("find.help.call") + " "),
                    new SupportPhone(support),
                    new Text("."));
        }
        return help;
    }
}
