package vn.busticket.storefront;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.busticket.payments.AttemptView;
import vn.busticket.ui.ActionLink;
import vn.busticket.ui.Banner;
import vn.busticket.ui.Facts;
import vn.busticket.ui.Formats;
import vn.busticket.ui.LiveStatus;
import vn.busticket.ui.Look;
import vn.busticket.ui.Markup;
import vn.busticket.ui.QrPicture;
import vn.busticket.ui.Sign;
import vn.busticket.ui.Tone;

/** The VietQR code, its ways out of this page, and the same details to be copied by hand. */
final class QrPanel extends Section {

    private final Formats formats = Formats.current();

    QrPanel(String bookingCode, AttemptView attempt) {
        addClassName("card");
        var heading = new H2(getTranslation("payment.qr"));
        heading.setId("qr-title");
        heading.addClassName("hidden");
        getElement().setAttribute("aria-labelledby", "qr-title");
        add(heading, Markup.div("qr-panel", code(bookingCode, attempt), details(attempt)));
    }

    private Div code(String bookingCode, AttemptView attempt) {
        var column = Markup.div("stack");
        var text = attempt.qrText();
        if (text == null) {
            column.add(
                    new Banner(
                            Tone.INFO,
                            getTranslation("payment.onPayos"),
                            getTranslation("payment.onPayos.explanation")));
        } else {
            column.add(picture(text, attempt));
        }
        if (attempt.checkoutUrl() != null) {
            column.add(payosLink(attempt.checkoutUrl()));
        }
        if (text != null) {
            var save =
                    new DownloadLink(
                            Look.PLAIN,
                            Sign.DOWNLOAD,
                            getTranslation("payment.saveQr"),
                            "vietqr-" + bookingCode + ".png",
                            "image/png",
                            () -> Optional.of(QrPicture.png(text)));
            save.addClassName("block");
            column.add(save);
        }
        return column;
    }

    private Component picture(String text, AttemptView attempt) {
        var picture =
                new QrPicture(
                        text, getTranslation("payment.qr.alt", formats.money(attempt.amount())));
        var figure =
                Markup.element(
                        "figure",
                        Markup.div("brand", new Span("VietQR"), new Span("PayOS")),
                        picture,
                        Markup.element(
                                "figcaption", new Paragraph(getTranslation("payment.qr.how"))));
        figure.addClassName("qr");
        return figure;
    }

    private ActionLink payosLink(String address) {
        var link =
                new ActionLink(Look.PRIMARY, getTranslation("payment.openPayos"), address)
                        .with(Sign.OPEN);
        link.addClassName("block");
        link.setRouterIgnore(true);
        return link;
    }

    private Div details(AttemptView attempt) {
        var facts = new Facts();
        add(facts, "bank", attempt.bankName());
        add(facts, "account", attempt.accountNumber());
        add(facts, "holder", attempt.accountName());
        facts.withCopy(
                getTranslation("payment.amount"),
                formats.money(attempt.amount()),
                Long.toString(attempt.amount().dong()),
                getTranslation("payment.amount.copied"));
        add(facts, "text", attempt.transferText());
        var keep = new Paragraph(getTranslation("payment.keepAsItIs"));
        keep.addClassNames("small", "muted");
        return Markup.div("stack", status(attempt), facts, keep);
    }

    private LiveStatus status(AttemptView attempt) {
        var key = attempt.isClosing() ? "payment.closing" : "payment.waiting";
        return new LiveStatus(getTranslation(key), getTranslation(key + ".explanation"));
    }

    private void add(Facts facts, String what, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.withCopy(
                    getTranslation("payment." + what),
                    value,
                    value,
                    getTranslation("payment." + what + ".copied"));
        }
    }
}
