package vn.busticket.ui;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** One of a few values, picked from the browser's own list. */
@Tag("label")
public final class ChoiceField<T> extends HtmlContainer {

    private final List<T> values;
    private final Element list = new Element("select");
    private final Span name;
    private T chosen;
    private Consumer<T> onChoice = value -> {};

    /**
     * @param label its name
     * @param values what there is to pick from
     * @param words how a value reads
     * @param chosen the value that is picked
     */
    public ChoiceField(String label, List<T> values, Function<T, String> words, T chosen) {
        this.values = List.copyOf(values);
        this.chosen = chosen;
        addClassName("field");
        name = Markup.span("label", label);
        add(name);
        list.setAttribute("class", "input");
        for (var number = 0; number < this.values.size(); number++) {
            var value = this.values.get(number);
            var option = new Element("option").setText(words.apply(value));
            option.setAttribute(
                    "value", value instanceof Integer ? value.toString() : "choice-" + number);
            if (value.equals(chosen)) {
                option.setAttribute("selected", true);
            }
            list.appendChild(option);
        }
        list.addEventListener(
                        "change",
                        event -> choose(event.getEventData().get("element.selectedIndex").asInt()))
                .addEventData("element.selectedIndex");
        getElement().appendChild(list);
    }

    /** Is called with each value that somebody picks. */
    public ChoiceField<T> onChoice(Consumer<T> listener) {
        onChoice = listener;
        return this;
    }

    /** Keeps the name for screen readers only. */
    public ChoiceField<T> withSpokenName() {
        name.setClassName("hidden");
        setClassName("sorter");
        return this;
    }

    /** The value that is picked. */
    public T value() {
        return chosen;
    }

    /** Picks a value. */
    public void pick(T value) {
        chosen = value;
        list.executeJs("this.selectedIndex = $0", values.indexOf(value));
    }

    /** Gives it the focus. */
    public void focus() {
        list.executeJs("this.focus()");
    }

    private void choose(int number) {
        if (number >= 0 && number < values.size()) {
            chosen = values.get(number);
            onChoice.accept(chosen);
        }
    }
}
