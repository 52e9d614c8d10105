package vn.busticket.storefront;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.function.Predicate;
import vn.busticket.payments.AccountRefused;
import vn.busticket.payments.Bank;
import vn.busticket.payments.BankAccount;
import vn.busticket.payments.RefundNotPossible;
import vn.busticket.ui.ActionButton;
import vn.busticket.ui.Banner;
import vn.busticket.ui.Look;
import vn.busticket.ui.Tone;

/** Asks which account a refund goes to; what is wrong stands beside its field, nothing is lost. */
final class RefundAccountForm extends Section {

    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_HOLDER = 100;

    private final ComboBox<Bank> bank = new ComboBox<>(getTranslation("refund.bank"));
    private final TextField number = new TextField(getTranslation("refund.number"));
    private final TextField holder = new TextField(getTranslation("refund.holder"));
    private final Div answer = new Div();
    private final Predicate<BankAccount> give;

    /**
     * @param give stores the account; false if it was tried too often
     */
    RefundAccountForm(List<Bank> banks, Predicate<BankAccount> give) {
        this.give = give;
        addClassName("card");
        bank.setItems(banks);
        bank.setItemLabelGenerator(Bank::name);
        bank.setManualValidation(true);
        bank.setId("refund-bank");
        prepare(number, "refund.number.help", LONGEST_NUMBER);
        number.setId("refund-number");
        number.addClassName("figures");
        prepare(holder, "refund.holder.help", LONGEST_HOLDER);
        holder.setId("refund-holder");
        answer.getElement().setAttribute("aria-live", "polite");
        var submit =
                new ActionButton(Look.PRIMARY, getTranslation("refund.send"), this::submit)
                        .busy(getTranslation("refund.sending"));
        submit.addClassName("block");
        var safety = new Paragraph(getTranslation("refund.form.safety"));
        safety.addClassNames("small", "muted");
        var fields = new Div(answer, bank, number, holder, submit, safety);
        fields.addClassName("fields");
        add(
                new H2(getTranslation("refund.form")),
                new Paragraph(getTranslation("refund.form.explanation")),
                fields);
    }

    private void prepare(TextField field, String helpKey, int longest) {
        field.setManualValidation(true);
        field.setAutocomplete(Autocomplete.OFF);
        field.setHelperText(getTranslation(helpKey));
        field.setMaxLength(longest);
        field.getElement().setAttribute("spellcheck", "false");
    }

    private void submit() {
        answer.removeAll();
        var noBank = isMissing(bank, bank.isEmpty(), "payments.refused.bank");
        var noNumber =
                isMissing(number, number.getValue().isBlank(), "payments.refused.account-number");
        var noHolder =
                isMissing(holder, holder.getValue().isBlank(), "payments.refused.account-holder");
        if (noBank || noNumber || noHolder) {
            Focusable<?> first = noBank ? bank : noNumber ? number : holder;
            first.focus();
            return;
        }
        try {
            var account =
                    new BankAccount(bank.getValue().bin(), number.getValue(), holder.getValue());
            if (!give.test(account)) {
                answer.add(
                        new Banner(
                                Tone.WARN,
                                getTranslation("refund.tooOften"),
                                getTranslation("refund.tooOften.explanation")));
            }
        } catch (AccountRefused refused) {
            var field = refused.messageKey().endsWith("holder") ? holder : number;
            field.setErrorMessage(getTranslation(refused.messageKey()));
            field.setInvalid(true);
            field.focus();
        } catch (RefundNotPossible meanwhile) {
            answer.add(new Banner(Tone.WARN, getTranslation(meanwhile.messageKey()), ""));
        }
    }

    private boolean isMissing(HasValidation field, boolean missing, String key) {
        field.setErrorMessage(getTranslation(key));
        field.setInvalid(missing);
        return missing;
    }
}
