package vn.busticket.backoffice;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import vn.busticket.ui.Markup;

/**
 * The name of a figure, and what exactly it counts: shown on hover and focus, put away with Escape.
 */
final class Meaning extends Span {

    private static final String KEY = "analytics.figure.";

    /**
     * @param figure which one; its name and its definition stand in the texts under it
     * @param place tells apart two of the same figure on one screen
     */
    Meaning(String figure, String place) {
        addClassName("meaning");
        var id = "meaning-" + place + "-" + figure.toLowerCase(Locale.ROOT);
        var name = new NativeButton(getTranslation(KEY + figure));
        name.getElement().setAttribute("type", "button");
        name.getElement().setAttribute("aria-describedby", id);
        var words = Markup.span("meaning-words", getTranslation(KEY + figure + ".means"));
        words.setId(id);
        words.getElement().setAttribute("role", "tooltip");
        add(name, words);
    }
}
