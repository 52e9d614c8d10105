package vn.busticket.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/**
 * What happened, what is safe and what to do: a bold sentence, a plain one, at most two buttons.
 */
public final class Banner extends Div {

    /** Shows the sentences; a warning or a loss is also spoken at once. */
    public Banner(Tone tone, String headline, String explanation, Component... actions) {
        addClassName("banner");
        if (!tone.className().isEmpty()) {
            addClassName(tone.className());
        }
        if (tone == Tone.WARN || tone == Tone.BAD) {
            getElement().setAttribute("role", "alert");
        }
        var words =
                new Paragraph(
                        Markup.element("strong", headline),
                        new com.vaadin.flow.component.Text(explanation));
        var body = new Div(words);
        if (actions.length > 0) {
            body.add(Markup.div("actions", actions));
        }
        add(new Icon(tone.sign()), body);
    }
}
