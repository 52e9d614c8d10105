package vn.busticket.storefront;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.security.PublicKey;
import java.util.Base64;
import vn.busticket.tickets.TicketVerifier;
import vn.busticket.ui.Facts;
import vn.busticket.ui.Markup;
import vn.busticket.ui.PassengerLayout;
import vn.busticket.ui.Titled;

/** The public key that checks tickets without asking us, in words and to be copied. */
@Route(value = "tickets/key", layout = PassengerLayout.class)
@AnonymousAllowed
class TicketKeyView extends Div implements Titled {

    TicketKeyView(TicketVerifier verifier) {
        addClassName("page");
        var facts = new Facts();
        facts.addClassName("keys");
        for (var key : verifier.keys()) {
            var text = written(key);
            facts.withCopy(
                    getTranslation("ticketKey.key"),
                    text,
                    text,
                    getTranslation("ticketKey.key.copied"));
        }
        add(
                Markup.div(
                        "narrow-page stack",
                        Markup.div(
                                "title flush",
                                new H1(title()),
                                new Paragraph(getTranslation("ticketKey.explanation"))),
                        Markup.div("card", new H2(getTranslation("ticketKey.card")), facts),
                        new Paragraph(getTranslation("ticketKey.how"))));
    }

    @Override
    public String title() {
        return getTranslation("ticketKey.headline");
    }

    /** As X.509 SubjectPublicKeyInfo in base64, which every library reads. */
    private static String written(PublicKey key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }
}
