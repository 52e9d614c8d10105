package vn.busticket.ui;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** Says what is being waited for; every change of its words is spoken politely. */
public final class LiveStatus extends Div {

    private final Paragraph words = new Paragraph();

    /** Starts with these words. */
    public LiveStatus(String headline, String explanation) {
        addClassName("live");
        getElement().setAttribute("role", "status");
        var pulse = Markup.span("pulse", "");
        pulse.getElement().setAttribute("aria-hidden", "true");
        add(pulse, words);
        say(headline, explanation);
    }

    /** Replaces the words. */
    public void say(String headline, String explanation) {
        words.removeAll();
        words.add(Markup.element("strong", headline), new Text(" " + explanation));
    }
}
