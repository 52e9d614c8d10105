package vn.busticket.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;

/**
 * Leads keyboards past the frame. It moves the focus by itself: a bare fragment would be resolved
 * against the application's base address.
 */
public final class SkipLink extends Anchor {

    private static final String CONTENT = "content";

    /** Leads to that part of the page, which becomes focusable. */
    public SkipLink(Component content) {
        super("#" + CONTENT);
        content.setId(CONTENT);
        content.getElement().setAttribute("tabindex", "-1");
        setText(getTranslation("ui.skip"));
        addClassName("skip");
        getElement().setAttribute("router-ignore", true);
        getElement()
                .executeJs(
                        """
                        this.addEventListener('click', click => {
                            click.preventDefault();
                            document.getElementById('content').focus();
                        });
                        """);
    }
}
