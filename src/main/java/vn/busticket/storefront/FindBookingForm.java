package vn.busticket.storefront;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.bookings.TooManyTries;
import vn.busticket.ui.ActionButton;
import vn.busticket.ui.Banner;
import vn.busticket.ui.Look;
import vn.busticket.ui.Tone;

/**
 * Asks for a booking's code and a contact of it. The answer is the same whether the code or the
 * contact was wrong, so that nobody can find out codes here.
 */
final class FindBookingForm extends Div {

    private final TextField code = new TextField(getTranslation("find.code"));
    private final TextField contact = new TextField(getTranslation("find.contact"));
    private final Div answer = new Div();
    private final BiFunction<String, String, Optional<BookingDetails>> find;
    private Consumer<BookingDetails> found =
            booking -> UI.getCurrent().navigate("bookings/" + booking.code());

    /**
     * @param knownCode the code, if the address names it; then it is not asked for
     * @param find looks for the booking of a code and a contact
     */
    FindBookingForm(
            Optional<String> knownCode, BiFunction<String, String, Optional<BookingDetails>> find) {
        this.find = find;
        addClassNames("card", "fields");
        var submit =
                new ActionButton(Look.PRIMARY, getTranslation("find.submit"), this::submit)
                        .busy(getTranslation("find.submit.busy"));
        submit.addClassName("block");
        prepare(code, "find.code.help");
        prepare(contact, "find.contact.help");
        code.setId("booking-code");
        code.addClassName("figures");
        code.getElement().setAttribute("autocapitalize", "characters");
        code.getElement().setAttribute("spellcheck", "false");
        contact.setId("booking-contact");
        code.setValue(knownCode.orElse(""));
        code.setVisible(knownCode.isEmpty());
        code.addKeyPressListener(Key.ENTER, _ -> submit.getElement().callJsFunction("click"));
        contact.addKeyPressListener(Key.ENTER, _ -> submit.getElement().callJsFunction("click"));
        answer.getElement().setAttribute("aria-live", "polite");
        add(answer, code, contact, submit);
    }

    /** Shows what was found otherwise than by leading to its address. */
    void onFound(Consumer<BookingDetails> show) {
        found = show;
    }

    private void prepare(TextField field, String helpKey) {
        field.setManualValidation(true);
        field.setAutocomplete(Autocomplete.OFF);
        field.setHelperText(getTranslation(helpKey));
        field.setMaxLength(CheckoutForm.LONGEST);
    }

    private void submit() {
        answer.removeAll();
        var noCode = isMissing(code, "find.code.missing");
        var noContact = isMissing(contact, "find.contact.missing");
        if (noCode || noContact) {
            (noCode ? code : contact).focus();
            return;
        }
        try {
            find.apply(code.getValue(), contact.getValue())
                    .ifPresentOrElse(
                            found,
                            () -> say("find.nothing", getTranslation("find.nothing.explanation")));
        } catch (TooManyTries refused) {
            say(refused.messageKey(), "");
        }
    }

    private boolean isMissing(TextField field, String key) {
        field.setErrorMessage(getTranslation(key));
        field.setInvalid(field.getValue().isBlank());
        return field.isInvalid();
    }

    private void say(String key, String explanation) {
        answer.add(new Banner(Tone.WARN, getTranslation(key), explanation));
    }
}
