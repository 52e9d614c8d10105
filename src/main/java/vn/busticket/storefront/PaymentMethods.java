package vn.busticket.storefront;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import vn.busticket.ui.Facts;

/** The ways to pay, also the one that there is not. */
final class PaymentMethods extends Section {

    PaymentMethods() {
        addClassName("card");
        var heading = new H2(getTranslation("payment.methods"));
        heading.setId("payment-methods");
        getElement().setAttribute("aria-labelledby", "payment-methods");
        add(
                heading,
                new Facts()
                        .with(
                                getTranslation("payment.methods.bank"),
                                getTranslation("payment.methods.bank.how"))
                        .with(
                                getTranslation("payment.methods.wallet"),
                                getTranslation("payment.methods.wallet.how"))
                        .with(
                                getTranslation("payment.methods.card"),
                                getTranslation("payment.methods.card.how")));
    }
}
