package vn.busticket.storefront;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import vn.busticket.accounts.AccountService;
import vn.busticket.accounts.LinkNoLongerGood;
import vn.busticket.accounts.PasswordRefused;
import vn.busticket.accounts.PasswordReset;
import vn.busticket.ui.ActionButton;
import vn.busticket.ui.ActionLink;
import vn.busticket.ui.EmptyState;
import vn.busticket.ui.Look;
import vn.busticket.ui.Markup;
import vn.busticket.ui.PassengerLayout;
import vn.busticket.ui.Scene;
import vn.busticket.ui.Titled;

/** Sets another password by the link from the e-mail. */
@Route(value = "reset-password/:token", layout = PassengerLayout.class)
@AnonymousAllowed
class ResetPasswordView extends Div implements BeforeEnterObserver, Titled {

    private final PasswordReset resets;
    private final PasswordField password =
            AccountFields.password(
                    getTranslation("profile.security.new"), Autocomplete.NEW_PASSWORD);
    private String token = "";

    ResetPasswordView(PasswordReset resets) {
        this.resets = resets;
        addClassName("page");
        password.setHelperText(
                getTranslation("accounts.password.help", AccountService.LEAST_PASSWORD_CHARACTERS));
    }

    @Override
    public String title() {
        return getTranslation("reset.headline");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        token = event.getRouteParameters().get("token").orElse("");
        show(resets.isGood(token) ? form() : linkNoLongerGood());
    }

    private void show(Component content) {
        removeAll();
        add(content);
    }

    private Component form() {
        var submit =
                new ActionButton(Look.PRIMARY, getTranslation("reset.submit"), this::reset)
                        .busy(getTranslation("reset.submit.busy"));
        submit.addClassName("block");
        password.addKeyPressListener(Key.ENTER, _ -> submit.getElement().callJsFunction("click"));
        return Markup.div(
                "narrow-page",
                Markup.div(
                        "title",
                        new H1(title()),
                        new Paragraph(getTranslation("reset.explanation"))),
                Markup.div("card fields", password, submit));
    }

    private void reset() {
        var wanted = AccountFields.readPassword(password);
        if (wanted.isEmpty()) {
            password.focus();
            return;
        }
        try {
            resets.reset(token, wanted.get());
        } catch (PasswordRefused refused) {
            AccountFields.show(refused, password);
            password.focus();
            return;
        } catch (LinkNoLongerGood refused) {
            show(linkNoLongerGood());
            return;
        }
        show(
                EmptyState.ofPage(
                        Scene.ARRIVED,
                        getTranslation("reset.done"),
                        getTranslation("reset.done.explanation"),
                        new ActionLink(Look.PRIMARY, getTranslation("login.submit"), "login")));
    }

    private Component linkNoLongerGood() {
        return EmptyState.ofPage(
                Scene.STOPPED,
                getTranslation("accounts.link-no-longer-good"),
                getTranslation("reset.over.explanation"),
                new ActionLink(
                        Look.PRIMARY, getTranslation("reset.over.again"), "forgot-password"));
    }
}
