package vn.busticket.storefront;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import vn.busticket.notifications.UnsubscribeLinks;
import vn.busticket.ui.ActionButton;
import vn.busticket.ui.Banner;
import vn.busticket.ui.Look;
import vn.busticket.ui.Markup;
import vn.busticket.ui.PassengerLayout;
import vn.busticket.ui.Titled;
import vn.busticket.ui.Tone;

/**
 * Turns reminders, or one regular report, off for who came by the link in one, after a click, and
 * on again. A link that is forged or too old looks the same and does nothing.
 */
@Route(value = "unsubscribe/:token", layout = PassengerLayout.class)
@AnonymousAllowed
class UnsubscribeView extends Div implements BeforeEnterObserver, Titled {

    private final UnsubscribeLinks links;
    private final Div content = Markup.div("stack");
    private String token = "";
    private String words = "unsubscribe.";

    UnsubscribeView(UnsubscribeLinks links) {
        this.links = links;
        addClassName("page");
        content.getElement().setAttribute("role", "status");
    }

    @Override
    public String title() {
        return getTranslation(words + "headline");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        token = event.getRouteParameters().get("token").orElse("");
        words = links.isAboutReport(token) ? "unsubscribe.report." : "unsubscribe.";
        removeAll();
        add(
                Markup.div(
                        "narrow-page stack",
                        Markup.div(
                                "title flush",
                                new H1(title()),
                                new Paragraph(getTranslation(words + "explanation"))),
                        content));
        if (links.isUnsubscribed(token)) {
            showDone();
        } else {
            show(button(Look.PRIMARY, words + "confirm", this::unsubscribe));
        }
    }

    private void unsubscribe() {
        links.unsubscribe(token);
        showDone();
    }

    private void subscribeAgain() {
        links.subscribeAgain(token);
        show(
                new Banner(
                        Tone.OK,
                        getTranslation(words + "undone"),
                        " " + getTranslation(words + "undone.explanation")),
                button(Look.PLAIN, words + "confirm", this::unsubscribe));
    }

    private void showDone() {
        show(
                new Banner(
                        Tone.OK,
                        getTranslation(words + "done"),
                        " " + getTranslation(words + "done.explanation")),
                button(Look.PLAIN, words + "undo", this::subscribeAgain));
    }

    private void show(Component... parts) {
        content.removeAll();
        content.add(parts);
    }

    private ActionButton button(Look look, String key, Runnable deed) {
        return new ActionButton(look, getTranslation(key), deed::run);
    }
}
