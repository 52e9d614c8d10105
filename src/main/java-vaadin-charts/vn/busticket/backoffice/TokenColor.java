package vn.busticket.backoffice;

import com.fasterxml.jackson.annotation.JsonValue;
import com.vaadin.flow.component.charts.model.style.Color;

/**
 * A colour of {@code tokens.css}: the browser puts in the one of this moment's light. The library's
 * own {@code SolidColor} drops brackets and hyphens, so that a token comes out black.
 *
 * @param css what the browser reads
 */
record TokenColor(@JsonValue String css) implements Color {

    static TokenColor of(String token) {
        return new TokenColor("var(--" + token + ")");
    }
}
