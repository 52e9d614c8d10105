package vn.busticket.storefront;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.i18n.I18NProvider;
import vn.busticket.ui.ActionLink;
import vn.busticket.ui.EmptyState;
import vn.busticket.ui.Look;
import vn.busticket.ui.Scene;

/** The calm page for an address that names no payment; shows no data. */
final class PaymentUnknown {

    private PaymentUnknown() {}

    static Component page() {
        return EmptyState.ofPage(
                Scene.FIND_TICKET,
                I18NProvider.translate("payment.unknown.headline"),
                I18NProvider.translate("payment.unknown.explanation"),
                new ActionLink(Look.PRIMARY, I18NProvider.translate("ui.goFind"), "bookings/find"));
    }
}
