package vn.busticket.backoffice;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import vn.busticket.payments.Bank;
import vn.busticket.payments.BankAccount;
import vn.busticket.shared.PlainText;

/** Bank, account number and holder of an account that money goes to. */
final class AccountFields extends Div {

    private final ComboBox<Bank> bank = new ComboBox<>(getTranslation("desk.bank"));
    private final TextField number = new TextField(getTranslation("desk.accountNumber"));
    private final TextField holder = new TextField(getTranslation("desk.accountHolder"));

    AccountFields(List<Bank> banks) {
        addClassName("desk-stack");
        bank.setItems(
                (one, typed) ->
                        PlainText.searchKey(one.name()).contains(PlainText.searchKey(typed)),
                banks);
        bank.setItemLabelGenerator(Bank::name);
        bank.setManualValidation(true);
        number.setManualValidation(true);
        holder.setManualValidation(true);
        bank.setErrorMessage(getTranslation("payments.refused.bank"));
        number.setErrorMessage(getTranslation("payments.refused.account-number"));
        holder.setErrorMessage(getTranslation("payments.refused.account-holder"));
        number.setAutocomplete(Autocomplete.OFF);
        add(bank, number, holder);
    }

    /** True if everything is filled in; shows what is not. */
    boolean isComplete() {
        bank.setInvalid(bank.isEmpty());
        number.setInvalid(number.getValue().isBlank());
        holder.setInvalid(holder.getValue().isBlank());
        return !bank.isInvalid() && !number.isInvalid() && !holder.isInvalid();
    }

    /** The account as it was filled in; ask {@link #isComplete} first. */
    BankAccount account() {
        return new BankAccount(bank.getValue().bin(), number.getValue(), holder.getValue());
    }
}
