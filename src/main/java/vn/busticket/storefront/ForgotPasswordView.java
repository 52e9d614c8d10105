package vn.busticket.storefront;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import vn.busticket.accounts.MailRequests;
import vn.busticket.ui.Markup;
import vn.busticket.ui.PassengerLayout;
import vn.busticket.ui.SignInPage;
import vn.busticket.ui.Titled;
import vn.busticket.ui.Visitors;

/** Sends a link to who forgot the password. */
@Route(value = "forgot-password", layout = PassengerLayout.class)
@AnonymousAllowed
class ForgotPasswordView extends Div implements Titled {

    ForgotPasswordView(MailRequests mails, Visitors visitors) {
        addClassName("page");
        var form =
                new LinkRequestForm(
                        email -> mails.requestPasswordReset(email, visitors.addressKey()));
        SignInPage.typedEmail().ifPresent(form::fill);
        var back = new Paragraph(getTranslation("forgot.found") + " ");
        back.add(new Anchor("login", getTranslation("login.submit")));
        var without = new Paragraph(getTranslation("forgot.without") + " ");
        without.add(new Anchor("bookings/find", getTranslation("ui.goFind")));
        add(
                Markup.div(
                        "narrow-page",
                        Markup.div(
                                "title",
                                new H1(title()),
                                new Paragraph(getTranslation("forgot.explanation"))),
                        form,
                        Markup.div("title", back, without)));
    }

    @Override
    public String title() {
        return getTranslation("forgot.headline");
    }
}
