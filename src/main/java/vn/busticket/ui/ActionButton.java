package vn.busticket.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.Command;

/**
 * A button that answers at once: from the click until the server has done its work it shows a verb
 * ("Đang giữ ghế…") and takes no second click. When it may not be used it stays focusable and says
 * why.
 */
public final class ActionButton extends NativeButton {

    private final Span label = new Span();
    private final Span verb = new Span();
    private boolean refusing;
    private boolean working;

    /**
     * @param look how loud it is
     * @param words its name
     * @param action what the server does on a click
     */
    public ActionButton(Look look, String words, Command action) {
        addClassNames("button", look.className());
        getElement().setAttribute("type", "button");
        label.addClassName("label");
        label.setText(words);
        verb.addClassName("verb");
        verb.setText(getTranslation("ui.busy"));
        add(label, verb);
        addClickListener(click -> {
            if (!refusing && !working) {
                action.execute();
            }
            if (!working) {
                rest();
            }
        });
    }

    /** Puts a sign before the words. */
    public ActionButton with(Sign sign) {
        addComponentAsFirst(new Icon(sign));
        return this;
    }

    /** Names what the button does while it works: "Đang giữ ghế…". */
    public ActionButton busy(String words) {
        verb.setText(words);
        return this;
    }

    /** Stays busy after the click, because the work goes on elsewhere, until {@link #done}. */
    public void stayBusy() {
        working = true;
    }

    /** Takes clicks again after {@link #stayBusy}. */
    public void done() {
        working = false;
        rest();
    }

    /** Replaces the name. */
    public void rename(String words) {
        label.setText(words);
    }

    /** Takes no click from now on and tells the reason to who focuses it. */
    public void refuse(String reason) {
        refusing = true;
        getElement().setAttribute("aria-disabled", "true");
        getElement().setAttribute("aria-description", reason);
        setTitle(reason);
    }

    /** Takes clicks again. */
    public void allow() {
        refusing = false;
        getElement().removeAttribute("aria-disabled");
        getElement().removeAttribute("aria-description");
        setTitle("");
    }

    private void rest() {
        getElement().executeJs("this.removeAttribute('aria-busy')");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        getElement()
                .executeJs(
                        """
                        if (this.guarded) return;
                        this.guarded = true;
                        this.addEventListener('click', click => {
                            const taken = this.ariaBusy === 'true' || this.ariaDisabled === 'true';
                            if (taken) { click.stopImmediatePropagation(); click.preventDefault(); }
                            else this.setAttribute('aria-busy', 'true');
                        }, { capture: true });
                        """);
    }
}
