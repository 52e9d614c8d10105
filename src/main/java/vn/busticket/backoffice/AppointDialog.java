package vn.busticket.backoffice;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.Optional;
import vn.busticket.accounts.AccountDetails;
import vn.busticket.shared.BusinessRuleViolation;
import vn.busticket.shared.EmailAddress;
import vn.busticket.ui.Facts;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Look;

/** Names a new administrator by e-mail, with the person shown before it is done. */
final class AppointDialog {

    private final PeopleWork desk;
    private final DecisionDialog dialog;
    private final EmailField email = new EmailField(words("accounts.email"));
    private final Div found = new Div();
    private final TextArea reason;
    private Optional<AccountDetails> candidate = Optional.empty();

    AppointDialog(PeopleWork desk) {
        this.desk = desk;
        dialog =
                new DecisionDialog(
                        words("desk.people.appoint"), words("desk.people.appoint.consequence"));
        email.setManualValidation(true);
        email.setValueChangeMode(ValueChangeMode.LAZY);
        email.addValueChangeListener(changed -> {
            show();
            email.setInvalid(false);
        });
        found.getElement().setAttribute("role", "status");
        dialog.with(email).with(found).checking(this::isFound);
        reason = dialog.reason(words("desk.reason"));
    }

    void open() {
        dialog.offer(
                Look.PRIMARY,
                words("desk.people.appoint.do"),
                () ->
                        desk.appoint(
                                new EmailAddress(candidate.orElseThrow().email()),
                                reason.getValue()),
                this::done);
        email.focus();
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
        DecisionDialog.done(words("desk.people.appoint.done", candidate.orElseThrow().fullName()));
    }

    private static String words(String key, Object... arguments) {
        return I18NProvider.translate(key, arguments);
    }
}
