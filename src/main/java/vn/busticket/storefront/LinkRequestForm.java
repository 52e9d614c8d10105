package vn.busticket.storefront;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.EmailField;
import java.util.function.Consumer;
import vn.busticket.accounts.TooManyAttempts;
import vn.busticket.shared.EmailAddress;
import vn.busticket.ui.ActionButton;
import vn.busticket.ui.Banner;
import vn.busticket.ui.Look;
import vn.busticket.ui.Tone;

/**
 * Asks for a mailbox and has a link sent to it. The answer is the same whether the mailbox has an
 * account or not, so that nobody can find that out here.
 */
final class LinkRequestForm extends Div {

    private final EmailField email = AccountFields.email(getTranslation("accounts.email"));
    private final Div answer = new Div();
    private final Consumer<EmailAddress> send;

    /**
     * @param send has the link sent; throws {@link TooManyAttempts}
     */
    LinkRequestForm(Consumer<EmailAddress> send) {
        this.send = send;
        addClassNames("card", "fields");
        var submit =
                new ActionButton(Look.PRIMARY, getTranslation("accounts.link.send"), this::submit)
                        .busy(getTranslation("accounts.link.send.busy"));
        submit.addClassName("block");
        email.addKeyPressListener(Key.ENTER, _ -> submit.getElement().callJsFunction("click"));
        answer.getElement().setAttribute("role", "status");
        add(answer, email, submit);
    }

    /** Fills the mailbox in. */
    void fill(String address) {
        email.setValue(address);
    }

    private void submit() {
        answer.removeAll();
        var given = AccountFields.readEmail(email);
        if (given.isEmpty()) {
            email.focus();
            return;
        }
        try {
            send.accept(given.get());
        } catch (TooManyAttempts refused) {
            AccountFields.show(refused, email);
            email.focus();
            return;
        }
        answer.add(
                new Banner(
                        Tone.OK,
                        getTranslation("accounts.link.sent"),
                        " " + getTranslation("accounts.link.sent.explanation")));
    }
}
