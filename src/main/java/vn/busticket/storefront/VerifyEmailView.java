package vn.busticket.storefront;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import vn.busticket.accounts.AccountId;
import vn.busticket.accounts.EmailToConfirm;
import vn.busticket.accounts.EmailVerification;
import vn.busticket.accounts.LinkNoLongerGood;
import vn.busticket.accounts.MailRequests;
import vn.busticket.accounts.SignIn;
import vn.busticket.accounts.SignedIn;
import vn.busticket.ui.ActionLink;
import vn.busticket.ui.CurrentUser;
import vn.busticket.ui.EmptyState;
import vn.busticket.ui.Look;
import vn.busticket.ui.Markup;
import vn.busticket.ui.PassengerLayout;
import vn.busticket.ui.Scene;
import vn.busticket.ui.Titled;
import vn.busticket.ui.Visitors;

/**
 * The link that proves a mailbox: done at once for who is signed in or registered in this browser,
 * else after the password. Without a link it offers to send one.
 */
@Route(value = "verify-email/:token?", layout = PassengerLayout.class)
@AnonymousAllowed
class VerifyEmailView extends Div implements BeforeEnterObserver, Titled {

    private final EmailVerification verification;
    private final MailRequests mails;
    private final SignIn signIn;
    private final CurrentUser currentUser;
    private final Visitors visitors;
    private String title = getTranslation("verify.headline");

    VerifyEmailView(
            EmailVerification verification,
            MailRequests mails,
            SignIn signIn,
            CurrentUser currentUser,
            Visitors visitors) {
        this.verification = verification;
        this.mails = mails;
        this.signIn = signIn;
        this.currentUser = currentUser;
        this.visitors = visitors;
        addClassName("page");
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        event.getRouteParameters().get("token").ifPresentOrElse(this::open, this::offerLink);
    }

    private void open(String token) {
        verification
                .read(token)
                .ifPresentOrElse(
                        mailbox -> open(token, mailbox),
                        () -> offerLink("accounts.link-no-longer-good", "verify.over.explanation"));
    }

    private void open(String token, EmailToConfirm mailbox) {
        if (mailbox.isConfirmed()) {
            showConfirmed(mailbox);
            return;
        }
        try {
            var signedIn = currentUser.signedIn().map(SignedIn::id);
            verification
                    .confirm(token, signedIn, visitors.current())
                    .ifPresentOrElse(
                            person -> goOn(person, token), () -> askForPassword(token, mailbox));
        } catch (LinkNoLongerGood refused) {
            offerLink(refused.messageKey(), "verify.over.explanation");
        }
    }

    /** Loads the page anew, whose header then shows the person. */
    private void goOn(AccountId person, String token) {
        currentUser.signIn(person);
        UI.getCurrent().getPage().setLocation("verify-email/" + token);
    }

    private void showConfirmed(EmailToConfirm mailbox) {
        title = getTranslation("verify.done");
        var next =
                currentUser.isSignedIn()
                        ? new ActionLink(
                                Look.PRIMARY, getTranslation("ui.nav.bookings"), "bookings")
                        : new ActionLink(Look.PRIMARY, getTranslation("login.submit"), "login");
        add(
                EmptyState.ofPage(
                        Scene.ARRIVED,
                        title,
                        getTranslation("verify.done.explanation", mailbox.email().value()),
                        next));
    }

    private void askForPassword(String token, EmailToConfirm mailbox) {
        var form =
                new ConfirmEmailForm(password -> {
                    signIn.countLinkPassword(mailbox.email(), visitors.addressKey());
                    goOn(verification.confirm(token, password), token);
                });
        show(getTranslation("verify.password.explanation", mailbox.email().value()), form);
    }

    /** After registering, and for who lost the mail. */
    private void offerLink() {
        if (RegisteredEmail.inThisSession().isPresent()) {
            offerLink("verify.sent", "verify.sent.explanation");
        } else {
            offerLink("verify.headline", "verify.lost.explanation");
        }
    }

    private void offerLink(String headline, String explanation) {
        title = getTranslation(headline);
        var form =
                new LinkRequestForm(
                        email -> mails.requestVerification(email, visitors.addressKey()));
        RegisteredEmail.inThisSession().ifPresent(form::fill);
        show(getTranslation(explanation, RegisteredEmail.inThisSession().orElse("")), form);
    }

    private void show(String explanation, Component form) {
        add(
                Markup.div(
                        "narrow-page",
                        Markup.div("title", new H1(title), new Paragraph(explanation)),
                        form));
    }
}
