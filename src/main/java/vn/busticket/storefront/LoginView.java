package vn.busticket.storefront;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;
import java.util.Map;
import vn.busticket.ui.ActionLink;
import vn.busticket.ui.Banner;
import vn.busticket.ui.CurrentUser;
import vn.busticket.ui.Look;
import vn.busticket.ui.Markup;
import vn.busticket.ui.PassengerLayout;
import vn.busticket.ui.SignInPage;
import vn.busticket.ui.Titled;
import vn.busticket.ui.Tone;

/** Signs people in by a plain form, so that browsers offer the remembered password. */
@Route(value = "login", layout = PassengerLayout.class)
@AnonymousAllowed
class LoginView extends Div implements BeforeEnterObserver, Titled {

    private final CurrentUser visitor;
    private final EmailField email = new EmailField(getTranslation("accounts.email"));
    private final PasswordField password = new PasswordField(getTranslation("accounts.password"));
    private final Div refusal = new Div();

    LoginView(CurrentUser visitor) {
        this.visitor = visitor;
        addClassNames("page");
        refusal.setVisible(false);
        email.getElement().setAttribute("name", "username");
        email.setAutocomplete(Autocomplete.USERNAME);
        email.setManualValidation(true);
        password.getElement().setAttribute("name", "password");
        password.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        password.setManualValidation(true);
        var column = Markup.div("narrow-page", heading(), form(), otherWays());
        add(column);
    }

    @Override
    public String title() {
        return getTranslation("login.headline");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (visitor.isSignedIn() || visitor.halfway().isPresent()) {
            event.forwardTo("profile");
            return;
        }
        var asked = event.getLocation().getQueryParameters().getParameters();
        rememberWhereFrom(event, asked);
        SignInPage.typedEmail().ifPresent(email::setValue);
        if (asked.containsKey(SignInPage.INCOMPLETE)) {
            askForWhatIsMissing();
        } else if (asked.containsKey(SignInPage.TOO_MANY)) {
            refuse("login.too-many");
        } else if (asked.containsKey(SignInPage.WRONG)) {
            refuse(
                    "login.wrong",
                    new ActionLink(Look.PLAIN, getTranslation("login.unproved"), "verify-email"));
        } else {
            email.focus();
        }
    }

    /** The page named in the address, else the one that was open in this tab. */
    private static void rememberWhereFrom(BeforeEnterEvent event, Map<String, List<String>> asked) {
        var named = asked.get(SignInPage.RETURN_TO);
        if (named != null) {
            SignInPage.returnTo(named.getFirst());
        } else {
            var open = event.getUI().getInternals().getActiveViewLocation();
            SignInPage.returnTo(open.getPathWithQueryParameters());
        }
    }

    private void askForWhatIsMissing() {
        if (email.isEmpty()) {
            email.setErrorMessage(getTranslation("accounts.email.missing"));
            email.setInvalid(true);
            email.focus();
        } else {
            password.setErrorMessage(getTranslation("accounts.password.missing"));
            password.setInvalid(true);
            password.focus();
        }
    }

    private void refuse(String key, Component... actions) {
        refusal.setVisible(true);
        refusal.add(
                new Banner(
                        Tone.BAD,
                        getTranslation(key + ".headline"),
                        " " + getTranslation(key + ".explanation"),
                        actions));
        password.focus();
    }

    private Div heading() {
        return Markup.div(
                "title",
                new H1(getTranslation("login.headline")),
                new Paragraph(getTranslation("login.why")));
    }

    private HtmlContainer form() {
        var remember = new Checkbox(getTranslation("login.remember"));
        remember.getElement().setAttribute("name", "remember-me");
        var submit = new NativeButton(getTranslation("login.submit"));
        submit.addClassNames("button", "primary", "block");
        submit.getElement().setAttribute("type", "submit");
        var form = Markup.element("form", refusal, email, password, remember, submit);
        form.addClassNames("card", "fields");
        form.getElement()
                .setAttribute("method", "post")
                .setAttribute("action", SignInPage.PATH)
                .setAttribute("novalidate", true);
        return form;
    }

    private Div otherWays() {
        var register = new Paragraph(getTranslation("login.new") + " ");
        register.add(new Anchor("register", getTranslation("login.register")));
        var forgotten = new Paragraph();
        forgotten.add(new Anchor("forgot-password", getTranslation("login.forgotten")));
        return Markup.div("title", forgotten, register);
    }
}
