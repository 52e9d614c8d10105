package vn.busticket.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;

/**
 * Copies a value and says that it did; works in the browser alone, also while the server is away.
 */
public final class CopyButton extends NativeButton {

    private final String value;

    /**
     * @param what what is copied, within the button's name
     * @param value the text that is copied
     */
    public CopyButton(String what, String value) {
        this.value = value;
        addClassName("icon-button");
        getElement().setAttribute("type", "button");
        var copy = new Icon(Sign.COPY);
        copy.getElement().getClassList().add("before");
        var done = new Icon(Sign.CHECK);
        done.getElement().getClassList().add("after");
        var said = new Span();
        said.addClassName("hidden");
        said.getElement().setAttribute("role", "status");
        add(copy, done, Markup.spoken(getTranslation("ui.copy", what)), said);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        getElement()
                .executeJs(
                        """
                        const button = this, value = $0, said = button.querySelector('[role=status]');
                        const byHand = () => {
                            const field = document.createElement('textarea');
                            field.value = value;
                            document.body.append(field);
                            field.select();
                            document.execCommand('copy');
                            field.remove();
                            button.focus();
                        };
                        button.onclick = async () => {
                            try { await navigator.clipboard.writeText(value); } catch (refused) { byHand(); }
                            button.classList.add('copied');
                            said.textContent = $1;
                            clearTimeout(button.rest);
                            button.rest = setTimeout(() => {
                                button.classList.remove('copied');
                                said.textContent = '';
                            }, 2500);
                        };
                        """,
                        value,
                        ", " + getTranslation("ui.copied"));
    }
}
