package vn.busticket.backoffice;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.busticket.accounts.AccountDetails;
import vn.busticket.shared.BusinessRuleViolation;
import vn.busticket.shared.EmailAddress;
import vn.busticket.trips.Operator;
import vn.busticket.ui.Facts;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Look;

/** Gives somebody an office by e-mail, with the person shown before it is done. */
final class AppointDialog {

    private final PeopleWork desk;
    private final String key;
    private final @Nullable ComboBox<Operator> company;
    private final DecisionDialog dialog;
    private final EmailField email = new EmailField(words("accounts.email"));
    private final Div found = new Div();
    private final TextArea reason;
    private Optional<AccountDetails> candidate = Optional.empty();

    private AppointDialog(PeopleWork desk, String key, @Nullable ComboBox<Operator> company) {
        this.desk = desk;
        this.key = key;
        this.company = company;
        dialog = new DecisionDialog(words(key + ".appoint"), words(key + ".appoint.consequence"));
        email.setManualValidation(true);
        email.setValueChangeMode(ValueChangeMode.LAZY);
        email.addValueChangeListener(changed -> {
            show();
            email.setInvalid(false);
        });
        found.getElement().setAttribute("role", "status");
        dialog.with(email).with(found).checking(this::isFound);
        if (company != null) {
            dialog.with(company).checking(() -> isChosen(company));
        }
        reason = dialog.reason(words("desk.reason"));
    }

    /** For somebody who will see and do everything. */
    static AppointDialog administrator(PeopleWork desk) {
        return new AppointDialog(desk, "desk.people", null);
    }

    /** For somebody who will work for one coach company. */
    static AppointDialog employee(PeopleWork desk) {
        var company = new ComboBox<Operator>(words("desk.operator-people.company"));
        company.setItems(desk.companies());
        company.setItemLabelGenerator(Operator::name);
        company.setManualValidation(true);
        company.setErrorMessage(words("desk.operator-people.company.missing"));
        return new AppointDialog(desk, "desk.operator-people", company);
    }

    void open() {
        dialog.offer(Look.PRIMARY, words(key + ".appoint.do"), this::appoint, this::done);
        email.focus();
    }

    private void appoint() {
        var address = new EmailAddress(candidate.orElseThrow().email());
        if (company == null) {
            desk.appoint(address, reason.getValue());
        } else {
            desk.employ(address, company.getValue(), reason.getValue());
        }
    }

    private static boolean isChosen(ComboBox<Operator> company) {
        company.setInvalid(company.isEmpty());
        return !company.isEmpty();
    }

    /** Shows whom the typed address belongs to, or prepares the words why nobody can be shown. */
    private void show() {
        found.removeAll();
        candidate = Optional.empty();
        email.setErrorMessage(words("accounts.email.wrong"));
        var typed = EmailAddress.parse(email.getValue());
        if (typed.isEmpty()) {
            return;
        }
        try {
            var person = desk.candidate(typed.get());
            candidate = Optional.of(person);
            found.add(facts(person));
        } catch (BusinessRuleViolation refused) {
            email.setErrorMessage(words(refused.messageKey(), refused.arguments()));
        }
    }

    private static Facts facts(AccountDetails person) {
        var facts =
                new Facts()
                        .with(words("accounts.name"), person.fullName())
                        .with(words("accounts.phone"), person.spokenPhone().orElse(Cells.NOTHING))
                        .with(
                                words("desk.people.registered"),
                                Formats.current().dateTime(person.createdAt()));
        facts.addClassName("desk-facts");
        return facts;
    }

    private boolean isFound() {
        show();
        email.setInvalid(candidate.isEmpty());
        if (candidate.isEmpty()) {
            email.focus();
        }
        return candidate.isPresent();
    }

    private void done() {
        DecisionDialog.done(words(key + ".appoint.done", candidate.orElseThrow().fullName()));
    }

    private static String words(String key, Object... arguments) {
        return I18NProvider.translate(key, arguments);
    }
}
