package vn.busticket.storefront;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.Command;
import vn.busticket.ui.ActionButton;
import vn.busticket.ui.Look;
import vn.busticket.ui.Markup;

/**
 * Leads on by itself after some seconds, unless somebody wants to stay. It is said once that it
 * will; the seconds that tick are only seen.
 */
final class MovesOn extends Div {

    private final int seconds;

    MovesOn(int seconds, Command on) {
        this.seconds = seconds;
        addClassName("live");
        var said = Markup.spoken(getTranslation("payment.movesOn.said", seconds));
        said.getElement().setAttribute("role", "status");
        var ticking = new Paragraph(getTranslation("payment.movesOn.before") + " ");
        var number = Markup.element("strong", Integer.toString(seconds));
        number.addClassName("num");
        ticking.add(number, new Span(" " + getTranslation("payment.movesOn.after")));
        ticking.getElement().setAttribute("aria-hidden", "true");
        add(
                said,
                ticking,
                new ActionButton(Look.PLAIN, getTranslation("payment.stay"), this::stay));
        getElement().addEventListener("moves-on", event -> on.execute());
    }

    private void stay() {
        getElement().executeJs("clearInterval(this.ticking)");
        removeAll();
        var stays = new Paragraph(getTranslation("payment.stays"));
        stays.getElement().setAttribute("role", "status").setAttribute("tabindex", "-1");
        add(stays);
        stays.getElement().executeJs("this.focus()");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        getElement()
                .executeJs(
                        """
                        const box = this, end = Date.now() + 1000 * $0, number = box.querySelector('strong');
                        clearInterval(box.ticking);
                        box.ticking = setInterval(() => {
                            const left = Math.max(0, Math.ceil((end - Date.now()) / 1000));
                            number.textContent = left;
                            if (left > 0 && box.isConnected) return;
                            clearInterval(box.ticking);
                            if (box.isConnected) box.dispatchEvent(new CustomEvent('moves-on'));
                        }, 250);
                        """,
                        seconds);
    }
}
