package vn.busticket.backoffice;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;

/** A few views of one list, of which one is shown. */
final class Segments extends Nav {

    Segments(String name) {
        addClassName("desk-segments");
        setAriaLabel(name);
    }

    /** Adds a view. */
    Segments with(String words, String address, boolean isCurrent) {
        var link = new Anchor(address, words);
        if (isCurrent) {
            link.getElement().setAttribute("aria-current", "true");
            link.getElement()
                    .executeJs(
                            """
                            requestAnimationFrame(() => {
                                const row = this.parentElement;
                                row.scrollLeft = this.offsetLeft - row.offsetLeft - row.clientWidth / 3;
                            });
                            """);
        }
        add(link);
        return this;
    }
}
