package vn.busticket.storefront;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import java.util.Optional;
import java.util.stream.Stream;
import vn.busticket.shared.BusinessRuleViolation;
import vn.busticket.shared.EmailAddress;
import vn.busticket.shared.PhoneNumber;

/** The fields about a person, which say beside themselves what is not right. */
final class AccountFields {

    private static final int LONGEST_NAME = 100;

    private AccountFields() {}

    static TextField name(String label) {
        var field = new TextField(label);
        field.setAutocomplete(Autocomplete.NAME);
        return prepared(field);
    }

    static EmailField email(String label) {
        var field = new EmailField(label);
        field.setAutocomplete(Autocomplete.EMAIL);
        return prepared(field);
    }

    static TextField phone(String label) {
        var field = new TextField(label);
        field.setAutocomplete(Autocomplete.TEL);
        field.getElement().setAttribute("inputmode", "tel");
        return prepared(field);
    }

    static PasswordField password(String label, Autocomplete autocomplete) {
        var field = new PasswordField(label);
        field.setAutocomplete(autocomplete);
        return prepared(field);
    }

    /** The name in the field, or empty after an error was shown beside it. */
    static Optional<String> readName(TextField field) {
        var typed = field.getValue().strip();
        if (typed.isEmpty()) {
            return refuse(field, "accounts.name.missing");
        }
        return typed.length() > LONGEST_NAME
                ? refuse(field, "accounts.name.long")
                : accept(field, typed);
    }

    /** The address in the field, or empty after an error was shown beside it. */
    static Optional<EmailAddress> readEmail(EmailField field) {
        var typed = field.getValue();
        if (typed.isBlank()) {
            return refuse(field, "accounts.email.missing");
        }
        return EmailAddress.parse(typed)
                .flatMap(email -> accept(field, email))
                .or(() -> refuse(field, "accounts.email.wrong"));
    }

    /** The number in the field, or empty after an error was shown beside it. */
    static Optional<PhoneNumber> readPhone(TextField field) {
        var typed = field.getValue();
        if (typed.isBlank()) {
            return refuse(field, "accounts.phone.missing");
        }
        return PhoneNumber.parse(typed)
                .flatMap(phone -> accept(field, phone))
                .or(() ->
                        PhoneNumber.modernFormOf(typed)
                                .map(modern ->
                                        AccountFields.<PhoneNumber>refuse(
                                                field, "accounts.phone.old", modern))
                                .orElseGet(() -> refuse(field, "accounts.phone.wrong")));
    }

    /** The password in the field, or empty after an error was shown beside it. */
    static Optional<String> readPassword(PasswordField field) {
        var typed = field.getValue();
        return typed.isEmpty() ? refuse(field, "accounts.password.missing") : accept(field, typed);
    }

    /** Shows a refusal beside the field that it is about. */
    static void show(BusinessRuleViolation refused, TextFieldBase<?, String> field) {
        refuse(field, refused.messageKey(), refused.arguments());
    }

    /** Leads to the first field that is not right. */
    static void focusFirstWrong(Component... fields) {
        Stream.of(fields)
                .filter(field -> field instanceof TextFieldBase<?, ?> one && one.isInvalid())
                .findFirst()
                .ifPresent(field -> ((Focusable<?>) field).focus());
    }

    private static <T> Optional<T> accept(TextFieldBase<?, String> field, T value) {
        field.setInvalid(false);
        return Optional.of(value);
    }

    private static <T> Optional<T> refuse(
            TextFieldBase<?, String> field, String key, Object... arguments) {
        field.setErrorMessage(field.getTranslation(key, arguments));
        field.setInvalid(true);
        return Optional.empty();
    }

    private static <F extends TextFieldBase<F, String>> F prepared(F field) {
        field.setManualValidation(true);
        field.setRequiredIndicatorVisible(true);
        return field;
    }
}
