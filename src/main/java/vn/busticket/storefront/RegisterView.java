package vn.busticket.storefront;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.io.Serializable;
import vn.busticket.accounts.AccountService;
import vn.busticket.accounts.Consents;
import vn.busticket.accounts.PasswordRefused;
import vn.busticket.accounts.Registration;
import vn.busticket.accounts.SignIn;
import vn.busticket.accounts.TooManyAttempts;
import vn.busticket.shared.Language;
import vn.busticket.ui.ActionButton;
import vn.busticket.ui.CurrentUser;
import vn.busticket.ui.Look;
import vn.busticket.ui.Markup;
import vn.busticket.ui.PassengerLayout;
import vn.busticket.ui.Titled;
import vn.busticket.ui.Visitors;

/**
 * Makes a passenger's account, whose link comes by mail. Whoever registers a mailbox that has an
 * account sees the same.
 */
@Route(value = "register", layout = PassengerLayout.class)
@AnonymousAllowed
class RegisterView extends Div implements BeforeEnterObserver, Titled {

    private final AccountService accounts;
    private final SignIn signIn;
    private final CurrentUser currentUser;
    private final Visitors visitors;
    private final TextField name = AccountFields.name(getTranslation("accounts.name"));
    private final EmailField email = AccountFields.email(getTranslation("accounts.email"));
    private final TextField phone = AccountFields.phone(getTranslation("accounts.phone"));
    private final PasswordField password =
            AccountFields.password(getTranslation("accounts.password"), Autocomplete.NEW_PASSWORD);

    RegisterView(
            AccountService accounts, SignIn signIn, CurrentUser currentUser, Visitors visitors) {
        this.accounts = accounts;
        this.signIn = signIn;
        this.currentUser = currentUser;
        this.visitors = visitors;
        addClassName("page");
        phone.setHelperText(getTranslation("register.phone.help"));
        password.setHelperText(
                getTranslation("accounts.password.help", AccountService.LEAST_PASSWORD_CHARACTERS));
        var submit =
                new ActionButton(Look.PRIMARY, getTranslation("register.submit"), this::register);
        submit.addClassName("block");
        var form = Markup.div("card fields", name, email, phone, password, agreeing(), submit);
        add(Markup.div("narrow-page", heading(), form, otherWay()));
        recall();
    }

    @Override
    public String title() {
        return getTranslation("register.headline");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (currentUser.isSignedIn()) {
            event.forwardTo("profile");
        }
    }

    private void register() {
        var givenName = AccountFields.readName(name);
        var givenEmail = AccountFields.readEmail(email);
        var givenPhone = AccountFields.readPhone(phone);
        var givenPassword = AccountFields.readPassword(password);
        if (givenName.isEmpty()
                || givenEmail.isEmpty()
                || givenPhone.isEmpty()
                || givenPassword.isEmpty()) {
            AccountFields.focusFirstWrong(name, email, phone, password);
            return;
        }
        register(
                new Registration(
                        givenName.get(),
                        givenEmail.get(),
                        givenPhone.get(),
                        givenPassword.get(),
                        Language.of(getLocale())));
    }

    private void register(Registration registration) {
        try {
            signIn.countRegistration(registration.email(), visitors.addressKey());
            accounts.register(registration, visitors.current());
        } catch (TooManyAttempts refused) {
            AccountFields.show(refused, email);
            email.focus();
            return;
        } catch (PasswordRefused refused) {
            AccountFields.show(refused, password);
            password.focus();
            return;
        }
        Typed.forget();
        new RegisteredEmail(registration.email().value()).remember();
        getUI().ifPresent(ui -> ui.navigate(VerifyEmailView.class));
    }

    /** What was typed before the language was switched or the page reloaded; never the password. */
    private void recall() {
        var typed = VaadinSession.getCurrent().getAttribute(Typed.class);
        if (typed != null) {
            name.setValue(typed.name());
            email.setValue(typed.email());
            phone.setValue(typed.phone());
        }
        name.addValueChangeListener(change -> keep());
        email.addValueChangeListener(change -> keep());
        phone.addValueChangeListener(change -> keep());
    }

    private void keep() {
        VaadinSession.getCurrent()
                .setAttribute(
                        Typed.class,
                        new Typed(name.getValue(), email.getValue(), phone.getValue()));
    }

    private Div heading() {
        return Markup.div(
                "title",
                new H1(getTranslation("register.headline")),
                new Paragraph(getTranslation("register.explanation")));
    }

    /** Read before the click that agrees to it; its wording is {@link Consents#TEXT_VERSION}. */
    private Paragraph agreeing() {
        var words = new Paragraph(getTranslation("register.agree"));
        words.addClassNames("small", "muted");
        return words;
    }

    private Div otherWay() {
        var line = new Paragraph(getTranslation("register.have") + " ");
        line.add(new Anchor("login", getTranslation("login.submit")));
        return Markup.div("title", line);
    }

    private record Typed(String name, String email, String phone) implements Serializable {

        static void forget() {
            VaadinSession.getCurrent().setAttribute(Typed.class, null);
        }
    }
}
