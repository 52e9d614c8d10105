package vn.busticket.storefront;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import vn.busticket.accounts.AccountId;
import vn.busticket.shared.BusinessRuleViolation;
import vn.busticket.ui.ActionButton;
import vn.busticket.ui.Look;

/** Erases an account for good, after the password; says what stays and why it may not be yet. */
final class EraseCard extends Div {

    private final AccountId account;
    private final DataDesk desk;
    private final PasswordField password =
            AccountFields.password(
                    getTranslation("profile.security.current"), Autocomplete.CURRENT_PASSWORD);

    EraseCard(AccountId account, DataDesk desk) {
        this.account = account;
        this.desk = desk;
        addClassNames("card", "fields");
        add(
                new H2(getTranslation("profile.data.erase")),
                new Paragraph(getTranslation("profile.data.erase.explanation")),
                password,
                new ActionButton(
                        Look.DANGER, getTranslation("profile.data.erase.submit"), this::erase));
    }

    private void erase() {
        var given = AccountFields.readPassword(password);
        if (given.isEmpty()) {
            password.focus();
            return;
        }
        try {
            desk.erase(account, given.get());
        } catch (BusinessRuleViolation refused) {
            AccountFields.show(refused, password);
            password.focus();
        }
    }
}
