package vn.busticket.storefront;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.server.Command;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import vn.busticket.bookings.CheckoutCheck;
import vn.busticket.bookings.CheckoutCheck.FieldError;
import vn.busticket.bookings.CheckoutDetails;
import vn.busticket.bookings.CheckoutDraft;
import vn.busticket.shared.PhoneNumber;
import vn.busticket.ui.ActionButton;
import vn.busticket.ui.Look;
import vn.busticket.ui.Markup;

/**
 * Who travels and whom to tell. Every change is handed on as typed; errors stand beside their field
 * once somebody wants to go on, and leave it as soon as it is right.
 */
final class CheckoutForm extends Div {

    static final int LONGEST = 120;
    static final int TYPING_PAUSE_MILLIS = 400;

    private final List<String> seatLabels;
    private final Consumer<CheckoutDraft> onChange;
    private final TextField name = new TextField(getTranslation("checkout.name"));
    private final TextField phone = new TextField(getTranslation("checkout.phone"));
    private final EmailField email = new EmailField(getTranslation("checkout.email"));
    private final Map<String, PassengerField> passengers = new LinkedHashMap<>();

    /**
     * @param draft what was typed before
     * @param onChange gets everything that is typed, unchecked
     */
    CheckoutForm(List<String> seatLabels, CheckoutDraft draft, Consumer<CheckoutDraft> onChange) {
        this.seatLabels = seatLabels;
        this.onChange = onChange;
        addClassName("stack");
        prepareContact(draft);
        for (var label : seatLabels) {
            var typed = draft.passengers().getOrDefault(label, "");
            passengers.put(
                    label, new PassengerField(label, typed, draft.contactName(), this::changed));
        }
        askWhenLeft();
        add(
                Markup.div(
                        "card",
                        new H2(getTranslation("checkout.contact")),
                        Markup.div("fields two", name, phone, email)),
                Markup.div(
                        "card",
                        new H2(getTranslation("checkout.passengers")),
                        Markup.div(
                                "fields two", passengers.values().toArray(PassengerField[]::new))));
    }

    /**
     * What was typed a moment ago is still on its way while people think; Back, a closed tab and a
     * leaving finger send it at once, because the field then loses the focus and is asked.
     */
    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        getElement()
                .executeJs(
                        """
                        const leave = () => this.isConnected && this.contains(document.activeElement)
                            && document.activeElement.blur();
                        if (this.leaves) return;
                        this.leaves = true;
                        addEventListener('popstate', leave, { capture: true });
                        addEventListener('pagehide', leave);
                        """);
    }

    /** A field that is left asks what was typed last, without waiting for a pause. */
    private void askWhenLeft() {
        fields().values().forEach(field -> field.addBlurListener(left -> onChange.accept(draft())));
    }

    /** Calls back when Enter is pressed in a field. */
    void onEnter(Command command) {
        fields().values()
                .forEach(field -> field.addKeyPressListener(Key.ENTER, _ -> command.execute()));
    }

    /** Everything as typed. */
    CheckoutDraft draft() {
        var names = new LinkedHashMap<String, String>();
        passengers.forEach((label, passenger) -> names.put(label, passenger.field().getValue()));
        return new CheckoutDraft(name.getValue(), phone.getValue(), email.getValue(), names);
    }

    /**
     * Everything checked; empty after errors were shown and the first wrong field got the focus.
     */
    Optional<CheckoutDetails> read() {
        var check = CheckoutCheck.of(draft(), seatLabels);
        show(check.errors());
        check.errors().stream()
                .findFirst()
                .map(error -> fields().get(error.field()))
                .ifPresent(TextFieldBase::focus);
        return check.details();
    }

    private void prepareContact(CheckoutDraft draft) {
        name.setId("contact-name");
        name.addClassName("wide");
        name.setAutocomplete(Autocomplete.NAME);
        phone.setId("contact-phone");
        phone.setAutocomplete(Autocomplete.TEL);
        phone.addClassName("figures");
        phone.getElement().setAttribute("inputmode", "tel");
        email.setId("contact-email");
        email.setAutocomplete(Autocomplete.EMAIL);
        email.setHelperText(getTranslation("checkout.email.help"));
        prepare(name, draft.contactName());
        prepare(phone, draft.contactPhone());
        prepare(email, draft.contactEmail());
        name.addValueChangeListener(
                change -> passengers.values().forEach(one -> one.contactIs(change.getValue())));
    }

    private <F extends TextFieldBase<F, String>> void prepare(F field, String typed) {
        field.setManualValidation(true);
        field.getElement().setProperty("maxlength", LONGEST);
        field.setValue(typed);
        field.getElement().setAttribute("required", true);
        if (field instanceof TextField text) {
            asTyped(text);
        } else if (field instanceof EmailField address) {
            asTyped(address);
        }
        field.addValueChangeListener(change -> changed());
    }

    private static void asTyped(TextField field) {
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(TYPING_PAUSE_MILLIS);
    }

    private static void asTyped(EmailField field) {
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(TYPING_PAUSE_MILLIS);
    }

    private void changed() {
        onChange.accept(draft());
        var shown = fields().entrySet().stream().filter(one -> one.getValue().isInvalid()).toList();
        if (shown.isEmpty()) {
            return;
        }
        var errors = CheckoutCheck.of(draft(), seatLabels).errors();
        show(
                errors.stream()
                        .filter(error ->
                                shown.stream().anyMatch(one -> one.getKey().equals(error.field())))
                        .toList());
    }

    private void show(List<FieldError> errors) {
        fields().values().forEach(field -> field.setInvalid(false));
        phone.setHelperComponent(null);
        for (var error : errors) {
            var field = fields().get(error.field());
            if (field != null) {
                field.setErrorMessage(
                        getTranslation(error.messageKey(), error.arguments().toArray()));
                field.setInvalid(true);
            }
        }
        if (phone.isInvalid()) {
            PhoneNumber.modernFormOf(phone.getValue()).ifPresent(this::suggest);
        }
    }

    private void suggest(String modern) {
        phone.setHelperComponent(
                new ActionButton(
                        Look.PLAIN,
                        getTranslation("checkout.phone.use", modern),
                        () -> phone.setValue(modern)));
    }

    private Map<String, TextFieldBase<?, String>> fields() {
        var fields = new LinkedHashMap<String, TextFieldBase<?, String>>();
        fields.put(CheckoutCheck.CONTACT_NAME, name);
        fields.put(CheckoutCheck.CONTACT_PHONE, phone);
        fields.put(CheckoutCheck.CONTACT_EMAIL, email);
        passengers.forEach((label, passenger) ->
                fields.put(CheckoutCheck.passengerField(label), passenger.field()));
        return fields;
    }
}
