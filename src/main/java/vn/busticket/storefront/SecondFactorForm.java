package vn.busticket.storefront;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import vn.busticket.shared.BusinessRuleViolation;
import vn.busticket.ui.ActionButton;
import vn.busticket.ui.Look;

/** Takes a code of the second factor. */
final class SecondFactorForm extends Div {

    private static final int LONGEST = 20;

    private final TextField code = new TextField(getTranslation("two-factor.code"));
    private final Consumer<String> prove;

    /**
     * @param prove takes the code; what it refuses is shown beside the field
     */
    SecondFactorForm(Consumer<String> prove) {
        this.prove = prove;
        addClassNames("card", "fields");
        code.getElement().setProperty("autocomplete", "one-time-code");
        code.getElement().setAttribute("inputmode", "numeric");
        code.setMaxLength(LONGEST);
        code.setManualValidation(true);
        code.setRequiredIndicatorVisible(true);
        code.setHelperText(getTranslation("two-factor.code.help"));
        var submit =
                new ActionButton(Look.PRIMARY, getTranslation("two-factor.submit"), this::submit)
                        .busy(getTranslation("two-factor.submit.busy"));
        submit.addClassName("block");
        code.addKeyPressListener(Key.ENTER, _ -> submit.getElement().callJsFunction("click"));
        add(code, submit);
    }

    /** Offers letters on the keyboard of a phone, for who has only the recovery codes. */
    void takingRecoveryCodes() {
        add(
                new ActionButton(
                        Look.PLAIN,
                        getTranslation("two-factor.lost"),
                        () -> {
                            code.getElement().setAttribute("inputmode", "text");
                            code.setHelperText(getTranslation("two-factor.lost.help"));
                            code.focus();
                        }));
    }

    void focus() {
        code.focus();
    }

    private void submit() {
        if (code.isEmpty()) {
            refuse("two-factor.code.missing");
            return;
        }
        try {
            prove.accept(code.getValue());
        } catch (BusinessRuleViolation refused) {
            code.clear();
            refuse(refused.messageKey());
        }
    }

    private void refuse(String key) {
        code.setErrorMessage(getTranslation(key));
        code.setInvalid(true);
        code.focus();
    }
}
