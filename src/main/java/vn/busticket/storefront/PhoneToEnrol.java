package vn.busticket.storefront;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import vn.busticket.accounts.TotpSecret;
import vn.busticket.ui.CopyButton;
import vn.busticket.ui.Markup;
import vn.busticket.ui.QrPicture;

/** What an authenticator app has to know: as a QR code, and in letters for who cannot scan it. */
final class PhoneToEnrol extends Div {

    PhoneToEnrol(TotpSecret secret, String person) {
        addClassNames("fields", "enrol");
        var letters = Markup.element("code", secret.spaced());
        letters.addClassName("secret");
        add(
                new Paragraph(getTranslation("two-factor.enrol.scan")),
                new QrPicture(secret.address(person), getTranslation("two-factor.enrol.qr")),
                new Paragraph(getTranslation("two-factor.enrol.letters")),
                Markup.div(
                        "secret-line",
                        letters,
                        new CopyButton(getTranslation("two-factor.enrol.secret"), secret.text())),
                new Paragraph(getTranslation("two-factor.enrol.confirm")));
    }
}
