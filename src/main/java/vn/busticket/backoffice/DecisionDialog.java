package vn.busticket.backoffice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import vn.busticket.shared.BusinessRuleViolation;
import vn.busticket.ui.ActionButton;
import vn.busticket.ui.Banner;
import vn.busticket.ui.Look;
import vn.busticket.ui.NoticeArea;
import vn.busticket.ui.Tone;

/**
 * Asks once more before something is done that others will see: says what will happen, and why it
 * was refused without losing what was typed.
 */
final class DecisionDialog extends Dialog {

    private static final int LONGEST_REASON = 500;

    private final Div refusal = new Div();
    private final Div fields = new Div();
    private final List<BooleanSupplier> checks = new ArrayList<>();
    private final ActionButton back =
            new ActionButton(Look.PLAIN, getTranslation("desk.back"), this::close);

    /**
     * @param title what is asked
     * @param consequence what will happen
     */
    DecisionDialog(String title, String consequence) {
        addClassName("desk-dialog");
        setHeaderTitle(title);
        setWidth("min(520px, 100%)");
        setCloseOnOutsideClick(false);
        refusal.setVisible(false);
        fields.addClassName("desk-stack");
        fields.add(refusal, new Paragraph(consequence));
        add(fields);
    }

    /** Adds something to fill in or to read. */
    DecisionDialog with(Component part) {
        fields.add(part);
        return this;
    }

    /** Adds a check that must hold before anything is done. */
    DecisionDialog checking(BooleanSupplier check) {
        checks.add(check);
        return this;
    }

    /** Adds a text that has to be filled in. */
    TextArea reason(String label) {
        var reason = new TextArea(label);
        reason.setMaxLength(LONGEST_REASON);
        reason.setMinRows(2);
        reason.setManualValidation(true);
        reason.setErrorMessage(getTranslation("desk.reason.missing"));
        reason.addValueChangeListener(changed -> reason.setInvalid(false));
        with(reason);
        checking(() -> {
            var isMissing = reason.getValue().isBlank();
            reason.setInvalid(isMissing);
            if (isMissing) {
                reason.focus();
            }
            return !isMissing;
        });
        return reason;
    }

    /** Opens it with a button that does the deed. */
    void offer(Look look, String words, Runnable deed, Runnable done) {
        offer(new ActionButton(look, words, () -> attempt(deed, done)));
    }

    /** Opens it with a button of one's own. */
    void offer(ActionButton button) {
        getFooter().add(back, button);
        open();
    }

    /** True if everything is filled in; shows what is not. */
    boolean isComplete() {
        return checks.stream().allMatch(BooleanSupplier::getAsBoolean);
    }

    /** Shows why it was refused; all that was typed stays. */
    void refuse(BusinessRuleViolation violation) {
        refusal.removeAll();
        refusal.add(
                new Banner(
                        Tone.WARN,
                        getTranslation(violation.messageKey(), violation.arguments()),
                        ""));
        refusal.setVisible(true);
        refusal.getElement().executeJs("this.scrollIntoView({ block: 'nearest' })");
    }

    /** Tells at the top of the screen that it was done. */
    static void tell(String words) {
        NoticeArea.current()
                .ifPresent(area -> {
                    var banner = new Banner(Tone.OK, words, "");
                    banner.getElement().setAttribute("role", "status");
                    area.show(banner);
                });
    }

    /** Reads the screen anew after a decision, and tells at its top what was done. */
    static void done(String words) {
        showAgain();
        tell(words);
    }

    private void attempt(Runnable deed, Runnable done) {
        if (!isComplete()) {
            return;
        }
        try {
            deed.run();
        } catch (BusinessRuleViolation refused) {
            refuse(refused);
            return;
        }
        close();
        done.run();
    }

    private static void showAgain() {
        UI.getCurrent().refreshCurrentRoute(false);
    }
}
