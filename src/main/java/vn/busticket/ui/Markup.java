package vn.busticket.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** Plain elements with a class of frontend-theme, written shortly. */
public final class Markup {

    private Markup() {}

    /** A {@code div} with classes (space separated) and content. */
    public static Div div(String classNames, Component... content) {
        var div = new Div(content);
        div.addClassNames(classNames.split(" "));
        return div;
    }

    /** A {@code span} with classes (space separated) and a text. */
    public static Span span(String classNames, String text) {
        var span = new Span(text);
        span.addClassNames(classNames.split(" "));
        return span;
    }

    /** Words that only screen readers get. */
    public static Span spoken(String text) {
        return span("hidden", text);
    }

    /** An element of any name with content: {@code element("b", new Text("…"))}. */
    public static HtmlContainer element(String tag, Component... content) {
        var element = new HtmlContainer(tag);
        element.add(content);
        return element;
    }

    /** An element of any name with a text. */
    public static HtmlContainer element(String tag, String text) {
        var element = new HtmlContainer(tag);
        element.setText(text);
        return element;
    }
}
