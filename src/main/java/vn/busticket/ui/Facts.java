package vn.busticket.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.Text;

/** Names and values below each other: a receipt, a bank account. */
@Tag("dl")
public final class Facts extends HtmlContainer {

    /** An empty list. */
    public Facts() {
        addClassName("facts");
    }

    /** Adds a value in words. */
    public Facts with(String name, String value) {
        return with(name, new Text(value));
    }

    /** Adds a value in figures of one width. */
    public Facts withFigures(String name, String value) {
        return with(name, Markup.span("num", value));
    }

    /** Adds a value of any form. */
    public Facts with(String name, Component value) {
        add(Markup.element("div", Markup.element("dt", name), Markup.element("dd", value)));
        return this;
    }

    /**
     * Adds a value with a button that copies it.
     *
     * @param shown the value as people read it
     * @param copied the value as a banking app wants it
     * @param what what is copied, within the button's name: "số tài khoản"
     */
    public Facts withCopy(String name, String shown, String copied, String what) {
        addClassName("copyable");
        var value = Markup.element("dd", shown);
        value.addClassNames("value", "num");
        var copy = Markup.element("dd", new CopyButton(what, copied));
        copy.addClassName("copy");
        add(Markup.element("div", Markup.element("dt", name), value, copy));
        return this;
    }
}
