package vn.busticket.storefront;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import java.util.function.Consumer;
import vn.busticket.shared.BusinessRuleViolation;
import vn.busticket.ui.ActionButton;
import vn.busticket.ui.Look;

/** Asks for the password with which the account was made, to confirm its mailbox elsewhere. */
final class ConfirmEmailForm extends Div {

    private final PasswordField password =
            AccountFields.password(
                    getTranslation("accounts.password"), Autocomplete.CURRENT_PASSWORD);
    private final Consumer<String> confirm;

    /**
     * @param confirm takes the password; what it refuses is shown beside the field
     */
    ConfirmEmailForm(Consumer<String> confirm) {
        this.confirm = confirm;
        addClassNames("card", "fields");
        var submit =
                new ActionButton(Look.PRIMARY, getTranslation("verify.submit"), this::submit)
                        .busy(getTranslation("verify.submit.busy"));
        submit.addClassName("block");
        password.addKeyPressListener(Key.ENTER, _ -> submit.getElement().callJsFunction("click"));
        add(password, submit);
    }

    private void submit() {
        var given = AccountFields.readPassword(password);
        if (given.isEmpty()) {
            password.focus();
            return;
        }
        try {
            confirm.accept(given.get());
        } catch (BusinessRuleViolation refused) {
            AccountFields.show(refused, password);
            password.focus();
        }
    }
}
