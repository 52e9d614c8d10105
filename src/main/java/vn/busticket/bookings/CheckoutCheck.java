package vn.busticket.bookings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import vn.busticket.shared.PhoneNumber;

/**
 * What was typed at checkout, checked field by field.
 *
 * @param details empty if any field is wrong
 * @param errors what is wrong, in the order of the form; empty if nothing is
 */
public record CheckoutCheck(Optional<CheckoutDetails> details, List<FieldError> errors) {

    public static final String CONTACT_NAME = "contactName";
    public static final String CONTACT_PHONE = "contactPhone";
    public static final String CONTACT_EMAIL = "contactEmail";

    public CheckoutCheck {
        errors = List.copyOf(errors);
    }

    /**
     * One wrong field.
     *
     * @param field {@link #CONTACT_NAME}, {@link #CONTACT_PHONE}, {@link #CONTACT_EMAIL}, or {@link
     *     #passengerField}
     * @param messageKey the sentence that stands beside the field
     * @param arguments for the sentence
     */
    public record FieldError(String field, String messageKey, List<Object> arguments) {}

    /** The field with the name of the passenger on a seat. */
    public static String passengerField(String seatLabel) {
        return "passenger." + seatLabel;
    }

    /** Checks a draft for a booking of those seats. */
    public static CheckoutCheck of(CheckoutDraft draft, Collection<String> seatLabels) {
        var errors = new ArrayList<FieldError>();
        var name = checkName(CONTACT_NAME, draft.contactName(), errors);
        var phone = checkPhone(draft.contactPhone(), errors);
        var email = EmailSyntax.tidy(draft.contactEmail());
        if (!EmailSyntax.isValid(email)) {
            var key = email.isEmpty() ? "checkout.email-missing" : "checkout.email-wrong";
            errors.add(new FieldError(CONTACT_EMAIL, key, List.of()));
        }
        var passengers = new TreeMap<String, String>();
        for (var label : seatLabels) {
            var typed = draft.passengers().getOrDefault(label, "");
            passengers.put(label, checkName(passengerField(label), typed, errors));
        }
        if (!errors.isEmpty() || phone.isEmpty()) {
            return new CheckoutCheck(Optional.empty(), errors);
        }
        return new CheckoutCheck(
                Optional.of(new CheckoutDetails(name, phone.get(), email, passengers)), List.of());
    }

    private static String checkName(String field, String typed, List<FieldError> errors) {
        var name = PersonName.tidy(typed);
        if (name.isEmpty()) {
            errors.add(new FieldError(field, "checkout.name-missing", List.of()));
        } else if (name.length() < PersonName.SHORTEST || name.length() > PersonName.LONGEST) {
            errors.add(
                    new FieldError(
                            field,
                            "checkout.name-length",
                            List.of(PersonName.SHORTEST, PersonName.LONGEST)));
        } else if (!PersonName.isValid(name)) {
            errors.add(new FieldError(field, "checkout.name-letters", List.of()));
        }
        return name;
    }

    private static Optional<PhoneNumber> checkPhone(String typed, List<FieldError> errors) {
        var phone = PhoneNumber.parse(typed);
        if (phone.isEmpty()) {
            errors.add(
                    PhoneNumber.modernFormOf(typed)
                            .map(modern -> phoneError("checkout.phone-old-form", List.of(modern)))
                            .orElseGet(() ->
                                    typed.isBlank()
                                            ? phoneError("checkout.phone-missing", List.of())
                                            : phoneError("checkout.phone-wrong", List.of())));
        }
        return phone;
    }

    private static FieldError phoneError(String key, List<Object> arguments) {
        return new FieldError(CONTACT_PHONE, key, arguments);
    }
}
