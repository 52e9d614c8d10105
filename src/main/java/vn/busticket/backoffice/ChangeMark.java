package vn.busticket.backoffice;

import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import vn.busticket.ui.Markup;

/**
 * How a figure changed: an arrow with its word for who cannot see it, green for good, red for bad.
 */
final class ChangeMark extends Span {

    /** What a rise means. */
    enum Rise {
        GOOD,
        BAD
    }

    ChangeMark(Change change, Rise rise) {
        addClassNames("delta", className(change, rise));
        if (!change.kind().sign().isEmpty()) {
            var sign = new Span(change.kind().sign() + "\u00a0");
            sign.getElement().setAttribute("aria-hidden", "true");
            add(sign, Markup.spoken(getTranslation(change.kind().spokenKey()) + " "));
        }
        add(change.amount());
    }

    /** A dash where there is nothing to compare with. */
    static Span of(Optional<Change> change, Rise rise) {
        return change.<Span>map(known -> new ChangeMark(known, rise))
                .orElseGet(() -> Markup.span("muted", Cells.NOTHING));
    }

    private static String className(Change change, Rise rise) {
        return switch (change.kind()) {
            case UP -> rise == Rise.GOOD ? "good" : "poor";
            case DOWN -> rise == Rise.GOOD ? "poor" : "good";
            case SAME, NEW -> "flat";
        };
    }
}
