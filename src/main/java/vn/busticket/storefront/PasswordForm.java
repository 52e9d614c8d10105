package vn.busticket.storefront;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import vn.busticket.accounts.AccountId;
import vn.busticket.accounts.AccountService;
import vn.busticket.accounts.PasswordRefused;
import vn.busticket.accounts.SignIn;
import vn.busticket.accounts.TooManyAttempts;
import vn.busticket.accounts.WrongPassword;
import vn.busticket.ui.ActionButton;
import vn.busticket.ui.Banner;
import vn.busticket.ui.CurrentUser;
import vn.busticket.ui.Look;
import vn.busticket.ui.Markup;
import vn.busticket.ui.Tone;

/** Changes the password of somebody who knows the current one; only this session goes on. */
final class PasswordForm extends Div {

    private final AccountId account;
    private final AccountService accounts;
    private final SignIn signIn;
    private final CurrentUser currentUser;
    private final PasswordField current =
            AccountFields.password(
                    getTranslation("profile.security.current"), Autocomplete.CURRENT_PASSWORD);
    private final PasswordField wanted =
            AccountFields.password(
                    getTranslation("profile.security.new"), Autocomplete.NEW_PASSWORD);
    private final Div answer = new Div();

    PasswordForm(
            AccountId account, AccountService accounts, SignIn signIn, CurrentUser currentUser) {
        this.account = account;
        this.accounts = accounts;
        this.signIn = signIn;
        this.currentUser = currentUser;
        wanted.setHelperText(
                getTranslation("accounts.password.help", AccountService.LEAST_PASSWORD_CHARACTERS));
        answer.getElement().setAttribute("role", "status");
        add(
                Markup.div(
                        "card fields",
                        new H2(getTranslation("accounts.password")),
                        current,
                        wanted,
                        answer,
                        new ActionButton(
                                Look.PRIMARY,
                                getTranslation("profile.security.change"),
                                this::change)));
    }

    private void change() {
        answer.removeAll();
        var currentPassword = AccountFields.readPassword(current);
        var newPassword = AccountFields.readPassword(wanted);
        if (currentPassword.isEmpty() || newPassword.isEmpty()) {
            AccountFields.focusFirstWrong(current, wanted);
            return;
        }
        try {
            signIn.countPasswordChange(account);
            accounts.changePassword(account, currentPassword.get(), newPassword.get());
        } catch (WrongPassword | TooManyAttempts refused) {
            AccountFields.show(refused, current);
            current.focus();
            return;
        } catch (PasswordRefused refused) {
            AccountFields.show(refused, wanted);
            wanted.focus();
            return;
        }
        currentUser.signIn(account);
        current.clear();
        wanted.clear();
        answer.add(
                new Banner(
                        Tone.OK,
                        getTranslation("profile.security.changed"),
                        " " + getTranslation("profile.security.changed.explanation")));
    }
}
