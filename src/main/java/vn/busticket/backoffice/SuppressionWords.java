package vn.busticket.backoffice;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.Map;
import vn.busticket.notifications.Suppression;
import vn.busticket.ui.ActionLink;
import vn.busticket.ui.Banner;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Look;
import vn.busticket.ui.Tone;

/** How it is said that mail comes back from an address. */
final class SuppressionWords {

    private SuppressionWords() {}

    static String reason(Suppression suppression) {
        return I18NProvider.translate("desk.suppression." + suppression.reason().name());
    }

    static String source(Suppression suppression) {
        return I18NProvider.translate("desk.suppression." + suppression.source().name());
    }

    /** That the passenger of a booking gets no mail, and the way to where that is lifted. */
    static Banner banner(Suppression suppression) {
        var banner =
                new Banner(
                        Tone.WARN,
                        I18NProvider.translate("desk.suppression.ofBooking"),
                        " "
                                + I18NProvider.translate(
                                        "desk.suppression.ofBooking.what",
                                        suppression.address(),
                                        reason(suppression),
                                        Formats.current().shortDateTime(suppression.since())),
                        new ActionLink(
                                Look.PLAIN,
                                I18NProvider.translate("desk.suppression.toList"),
                                MoneyAddresses.withQuery(
                                        SuppressionsView.ADDRESS,
                                        Map.of("q", suppression.address()))));
        banner.getElement().removeAttribute("role");
        return banner;
    }
}
