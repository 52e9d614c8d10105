package vn.busticket.storefront;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.server.Command;
import vn.busticket.ui.Markup;

/** The name of the passenger on one seat, which may follow the contact's name. */
final class PassengerField extends Div {

    private final TextField name;
    private final Checkbox same = new Checkbox();
    private String contactName;

    PassengerField(String seatLabel, String typed, String contactName, Command onChange) {
        this.contactName = contactName;
        name = new TextField(getTranslation("checkout.passenger", seatLabel), typed, "");
        name.setId("passenger-" + seatLabel);
        name.setManualValidation(true);
        name.setAutocomplete(Autocomplete.OFF);
        name.setMaxLength(CheckoutForm.LONGEST);
        name.setValueChangeMode(ValueChangeMode.LAZY);
        name.setValueChangeTimeout(CheckoutForm.TYPING_PAUSE_MILLIS);
        same.setLabelComponent(
                new Span(
                        new Span(getTranslation("checkout.sameAsContact")),
                        Markup.spoken(", " + getTranslation("booking.seat", seatLabel))));
        same.setValue(!typed.isBlank() && typed.equals(contactName));
        name.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                same.setValue(!isBlank() && isLikeContact());
            }
            onChange.execute();
        });
        same.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                name.setValue(change.getValue() ? this.contactName : "");
            }
        });
        addClassName("passenger");
        add(name, same);
    }

    /** Takes over a changed name of the contact if it is the same person. */
    void contactIs(String newName) {
        contactName = newName;
        if (same.getValue()) {
            name.setValue(newName);
        }
    }

    TextField field() {
        return name;
    }

    private boolean isBlank() {
        return name.getValue().isBlank();
    }

    private boolean isLikeContact() {
        return name.getValue().equals(contactName);
    }
}
