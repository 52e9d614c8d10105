package vn.busticket.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import vn.busticket.shared.Language;

/** Switches to the other language, remembers it, and shows the same screen again. */
public final class LanguageSwitch extends NativeButton {

    /** Names the other language. */
    public LanguageSwitch() {
        var other =
                Language.of(UI.getCurrent().getLocale()) == Language.VI ? Language.EN : Language.VI;
        setText(other.name());
        getElement().setAttribute("type", "button");
        getElement().setAttribute("aria-label", getTranslation("ui.language.switch"));
        addClickListener(click -> VisitorLanguage.choose(other));
    }
}
