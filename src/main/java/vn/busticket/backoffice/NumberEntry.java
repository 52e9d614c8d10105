package vn.busticket.backoffice;

import com.vaadin.flow.component.textfield.NumberField;
import java.time.Duration;
import vn.busticket.shared.Vnd;
import vn.busticket.trips.PolicyTerms;
import vn.busticket.ui.Formats;

/** A number from zero to a bound, to write down; it says for itself what is wrong. */
final class NumberEntry extends NumberField {

    private static final double MINUTES = 60;
    private static final int MOST_DONG = 100_000_000;

    private final long most;
    private final boolean takesFractions;

    private NumberEntry(String key, double value, long most, boolean takesFractions) {
        this.most = most;
        this.takesFractions = takesFractions;
        setLabel(getTranslation(key));
        setValue(value);
        setManualValidation(true);
        setErrorMessage(getTranslation("desk.policies.number", Formats.current().number(most)));
        addValueChangeListener(changed -> isRight());
    }

    /** Hours of whole minutes, written as a decimal number. */
    static NumberEntry hours(String key, Duration time) {
        return new NumberEntry(
                key, time.toMinutes() / MINUTES, PolicyTerms.LONGEST.toHours(), true);
    }

    /** A whole number. */
    static NumberEntry whole(String key, int value, int most) {
        return new NumberEntry(key, value, most, false);
    }

    /** An amount in đồng. */
    static NumberEntry dong(String key, Vnd value) {
        return new NumberEntry(key, value.dong(), MOST_DONG, false);
    }

    /** True if a number stands here that makes sense; marks the field if not. */
    boolean isRight() {
        var value = getValue();
        var isRight =
                value != null
                        && value >= 0
                        && value <= most
                        && (takesFractions || value == Math.rint(value));
        setInvalid(!isRight);
        return isRight;
    }

    /** The time; ask only if it is right. */
    Duration time() {
        return Duration.ofMinutes(Math.round(getValue() * MINUTES));
    }

    /** The whole number; ask only if it is right. */
    int whole() {
        return getValue().intValue();
    }

    /** The amount; ask only if it is right. */
    Vnd dong() {
        return new Vnd(getValue().longValue());
    }
}
