package vn.busticket.storefront;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import vn.busticket.accounts.AccountDetails;
import vn.busticket.accounts.AccountId;
import vn.busticket.accounts.AccountService;
import vn.busticket.shared.Language;
import vn.busticket.ui.ActionButton;
import vn.busticket.ui.Banner;
import vn.busticket.ui.Look;
import vn.busticket.ui.Markup;
import vn.busticket.ui.Tone;
import vn.busticket.ui.VisitorLanguage;

/** Name, phone and language of a person. */
final class ProfileDetailsForm extends Div {

    private final AccountId account;
    private final AccountService accounts;
    private final TextField name = AccountFields.name(getTranslation("accounts.name"));
    private final TextField phone = AccountFields.phone(getTranslation("accounts.phone"));
    private final RadioButtonGroup<Language> language = new RadioButtonGroup<>();
    private final Div answer = new Div();

    ProfileDetailsForm(AccountDetails person, AccountService accounts) {
        this.account = person.id();
        this.accounts = accounts;
        name.setValue(person.fullName());
        phone.setValue(person.spokenPhone().orElse(""));
        var email = new EmailField(getTranslation("accounts.email"));
        email.setValue(person.email());
        email.setReadOnly(true);
        email.setHelperText(getTranslation("profile.email.fixed"));
        language.setLabel(getTranslation("accounts.language"));
        language.setItems(Language.values());
        language.setItemLabelGenerator(
                choice -> getTranslation("accounts.language." + choice.name()));
        language.setValue(Language.of(getLocale()));
        answer.getElement().setAttribute("role", "status");
        add(
                Markup.div(
                        "card fields",
                        name,
                        phone,
                        email,
                        language,
                        answer,
                        new ActionButton(
                                Look.PRIMARY, getTranslation("profile.save"), this::save)));
    }

    private void save() {
        answer.removeAll();
        var givenName = AccountFields.readName(name);
        var givenPhone = AccountFields.readPhone(phone);
        if (givenName.isEmpty() || givenPhone.isEmpty()) {
            AccountFields.focusFirstWrong(name, phone);
            return;
        }
        accounts.changeDetails(account, givenName.get(), givenPhone.get());
        accounts.changeLanguage(account, language.getValue());
        if (language.getValue() == Language.of(getLocale())) {
            answer.add(new Banner(Tone.OK, getTranslation("accounts.details.saved"), ""));
        } else {
            VisitorLanguage.choose(language.getValue());
        }
    }
}
