package vn.busticket.storefront;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import vn.busticket.ui.Facts;
import vn.busticket.ui.Formats;
import vn.busticket.ui.SupportPhone;
import vn.busticket.ui.SupportProperties;

/** What to do for people whose bank says that the money has gone, and what to tell the hotline. */
final class IfMoneyWasTaken extends Section {

    IfMoneyWasTaken(PaymentCase now, SupportProperties support) {
        addClassName("card");
        var facts =
                new Facts()
                        .withFigures(getTranslation("booking.code"), now.booking().code())
                        .withFigures(
                                getTranslation("payment.receipt.orderCode"),
                                Long.toString(now.attempt().orderCode()))
                        .with(
                                getTranslation("payment.attempt"),
                                getTranslation(
                                        "payment.attempt.at",
                                        now.number(),
                                        Formats.current().time(now.attempt().createdAt())));
        var phone = support.supportPhone();
        if (phone != null && !phone.isBlank()) {
            facts.with(getTranslation("payment.hotline"), new SupportPhone(support));
        }
        var key =
                now.standing() == PaymentStanding.PART_PAID
                        ? "payment.ifTaken.part"
                        : "payment.ifTaken.explanation";
        add(new H2(getTranslation("payment.ifTaken")), new Paragraph(getTranslation(key)), facts);
    }
}
