package vn.busticket.storefront;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import jakarta.annotation.security.PermitAll;
import vn.busticket.accounts.SecondFactors;
import vn.busticket.accounts.SignedIn;
import vn.busticket.accounts.TotpSecret;
import vn.busticket.ui.ActionButton;
import vn.busticket.ui.CurrentUser;
import vn.busticket.ui.Look;
import vn.busticket.ui.Markup;
import vn.busticket.ui.PassengerLayout;
import vn.busticket.ui.SignInPage;
import vn.busticket.ui.Titled;

/**
 * Asks administrators for the second factor after the password, and enrols a phone at their first
 * sign-in.
 */
@Route(value = "two-factor", layout = PassengerLayout.class)
@PermitAll
class TwoFactorView extends Div implements BeforeEnterObserver, Titled {

    private static final String FIRST_OF_STAFF = "/admin";

    private final CurrentUser currentUser;
    private final SecondFactors factors;
    private String title = getTranslation("two-factor.headline");

    TwoFactorView(CurrentUser currentUser, SecondFactors factors) {
        this.currentUser = currentUser;
        this.factors = factors;
        addClassName("page");
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var person = currentUser.halfway();
        if (person.isEmpty()) {
            event.forwardTo("profile");
        } else if (factors.isEnrolled(person.get().id())) {
            ask(person.get());
        } else {
            title = getTranslation("two-factor.enrol.headline");
            enrol(person.get());
        }
    }

    private void ask(SignedIn person) {
        var form =
                new SecondFactorForm(code -> {
                    currentUser.signIn(factors.prove(person, code));
                    goOn();
                });
        form.takingRecoveryCodes();
        show(getTranslation("two-factor.explanation"), form, signOut());
        form.focus();
    }

    private void enrol(SignedIn person) {
        var secret = secretOfThisSession();
        var form =
                new SecondFactorForm(code -> {
                    var enrolment = factors.enrol(person, secret, code);
                    VaadinSession.getCurrent().setAttribute(TotpSecret.class, null);
                    currentUser.signIn(enrolment.person());
                    title = getTranslation("two-factor.recovery.headline");
                    show(
                            getTranslation("two-factor.recovery.explanation"),
                            new RecoveryCodeList(enrolment.recoveryCodes(), TwoFactorView::goOn));
                });
        form.addComponentAsFirst(new PhoneToEnrol(secret, person.getUsername()));
        show(getTranslation("two-factor.enrol.explanation"), form, signOut());
    }

    /**
     * The same until it is enrolled, so that a reload does not make a scanned code worthless; never
     * that of another session, whose person may be somebody who stole the password.
     */
    private static TotpSecret secretOfThisSession() {
        var session = VaadinSession.getCurrent();
        var known = session.getAttribute(TotpSecret.class);
        var secret = known == null ? TotpSecret.random() : known;
        session.setAttribute(TotpSecret.class, secret);
        return secret;
    }

    /** Loads the page anew, as the person who may see it. */
    private static void goOn() {
        UI.getCurrent().getPage().setLocation(SignInPage.takeDestination(FIRST_OF_STAFF));
    }

    private Component signOut() {
        return Markup.div(
                "title",
                new ActionButton(
                        Look.PLAIN, getTranslation("ui.nav.signOut"), currentUser::signOut));
    }

    private void show(String explanation, Component... content) {
        var column =
                Markup.div(
                        "narrow-page stack",
                        Markup.div("title flush", new H1(title), new Paragraph(explanation)));
        column.add(content);
        removeAll();
        add(column);
    }
}
