package vn.busticket.storefront;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import vn.busticket.accounts.AccountId;
import vn.busticket.accounts.EmailVerification;
import vn.busticket.accounts.SignIn;
import vn.busticket.accounts.TooManyAttempts;
import vn.busticket.accounts.WrongPassword;
import vn.busticket.ui.ActionButton;
import vn.busticket.ui.Banner;
import vn.busticket.ui.Look;
import vn.busticket.ui.Markup;
import vn.busticket.ui.Tone;

/** Moves an account to another mailbox, once that is proved. */
final class EmailChangeForm extends Div {

    private final AccountId account;
    private final EmailVerification verification;
    private final SignIn signIn;
    private final EmailField email =
            AccountFields.email(getTranslation("profile.security.email.new"));
    private final PasswordField current =
            AccountFields.password(
                    getTranslation("profile.security.current"), Autocomplete.CURRENT_PASSWORD);
    private final Div answer = new Div();

    EmailChangeForm(AccountId account, EmailVerification verification, SignIn signIn) {
        this.account = account;
        this.verification = verification;
        this.signIn = signIn;
        answer.getElement().setAttribute("role", "status");
        add(
                Markup.div(
                        "card fields",
                        new H2(getTranslation("profile.security.email")),
                        new Paragraph(getTranslation("profile.security.email.explanation")),
                        email,
                        current,
                        answer,
                        new ActionButton(
                                Look.PLAIN, getTranslation("accounts.link.send"), this::request)));
    }

    private void request() {
        answer.removeAll();
        var givenEmail = AccountFields.readEmail(email);
        var givenPassword = AccountFields.readPassword(current);
        if (givenEmail.isEmpty() || givenPassword.isEmpty()) {
            AccountFields.focusFirstWrong(email, current);
            return;
        }
        try {
            signIn.countPasswordChange(account);
            verification.requestChange(account, givenPassword.get(), givenEmail.get());
        } catch (WrongPassword | TooManyAttempts refused) {
            AccountFields.show(refused, current);
            current.focus();
            return;
        }
        current.clear();
        answer.add(
                new Banner(
                        Tone.OK,
                        getTranslation("profile.security.email.sent"),
                        " "
                                + getTranslation(
                                        "profile.security.email.sent.explanation",
                                        givenEmail.get().value())));
    }
}
