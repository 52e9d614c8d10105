package vn.busticket.storefront;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.Command;
import vn.busticket.payments.AttemptState;
import vn.busticket.payments.AttemptView;
import vn.busticket.ui.ActionButton;
import vn.busticket.ui.Formats;
import vn.busticket.ui.LiveStatus;
import vn.busticket.ui.Look;
import vn.busticket.ui.Markup;

/** The gateway has not told yet how to pay: what is safe meanwhile, and a way to ask again. */
final class PaymentPreparing extends Div {

    PaymentPreparing(AttemptView attempt, Command askAgain) {
        addClassNames("card", "stack");
        var lost = attempt.state() == AttemptState.UNKNOWN;
        var key = lost ? "payment.lost" : "payment.preparing";
        var again =
                new ActionButton(Look.PRIMARY, getTranslation("payment.tryAgain"), askAgain)
                        .busy(getTranslation("payment.tryAgain.busy"));
        add(
                new LiveStatus(
                        getTranslation(key + ".status"), getTranslation(key + ".explanation")),
                new Paragraph(
                        getTranslation(
                                "payment.preparing.safe",
                                Formats.current().time(attempt.expiresAt()))),
                Markup.div("actions", again));
    }
}
