package vn.busticket.backoffice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import vn.busticket.ui.Markup;

/** A strip of seven figures, each with what it means and how it changed; the first one leads. */
@Tag("dl")
final class ReportFigures extends HtmlContainer {

    ReportFigures() {
        addClassNames("desk-figures", "report-figures");
    }

    /**
     * Adds a figure.
     *
     * @param name which one, a key of texts
     * @param more said after its change, empty for nothing
     */
    ReportFigures with(
            String name,
            String figure,
            Optional<Change> change,
            ChangeMark.Rise rise,
            String more) {
        group(name, figure, below(change, rise, more, " · "));
        return this;
    }

    /** Adds the figure that is read first. */
    ReportFigures lead(
            String name,
            String figure,
            Optional<Change> change,
            ChangeMark.Rise rise,
            String more) {
        group(name, figure, below(change, rise, more, " ")).addClassName("lead");
        return this;
    }

    private HtmlContainer group(String name, String figure, Component said) {
        var term = Markup.element("dt", new Meaning(name, "strip"));
        var value = Markup.element("dd", figure);
        value.addClassNames("value", "num");
        var below = Markup.element("dd", said);
        below.addClassName("below");
        var group = Markup.element("div", term, value, below);
        add(group);
        return group;
    }

    private static Component below(
            Optional<Change> change, ChangeMark.Rise rise, String more, String between) {
        var words = new Span();
        change.ifPresent(known -> words.add(new ChangeMark(known, rise)));
        if (!more.isEmpty()) {
            words.add(new Span((change.isPresent() ? between : "") + more));
        }
        return words;
    }
}
