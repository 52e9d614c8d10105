package vn.busticket.storefront;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import java.util.stream.Stream;
import vn.busticket.ui.Icon;
import vn.busticket.ui.Markup;
import vn.busticket.ui.Sign;

/** Which messages come, and why those that always come do. */
final class ProfileNotifications extends Div {

    ProfileNotifications() {
        addClassName("card");
        var table =
                Markup.element(
                        "table",
                        spoken("caption", "profile.notifications.table"),
                        Markup.element(
                                "thead",
                                Markup.element(
                                        "tr",
                                        head("profile.notifications.kind"),
                                        head("accounts.email"))),
                        Markup.element(
                                "tbody",
                                Stream.of(
                                                "confirmation",
                                                "receipt",
                                                "expiry",
                                                "problem",
                                                "cancellation",
                                                "refund")
                                        .map(this::row)
                                        .toArray(HtmlContainer[]::new)));
        table.addClassName("preferences");
        add(table);
    }

    private HtmlContainer row(String kind) {
        var key = "profile.notifications." + kind;
        var name = Markup.element("th", getTranslation(key));
        name.getElement().setAttribute("scope", "row");
        name.add(Markup.element("small", getTranslation(key + ".why")));
        var always = Markup.span("switch locked", "");
        always.add(
                new Icon(Sign.LOCK),
                Markup.element("small", getTranslation("profile.notifications.always")));
        return Markup.element("tr", name, Markup.element("td", always));
    }

    private HtmlContainer head(String key) {
        var head = Markup.element("th", getTranslation(key));
        head.getElement().setAttribute("scope", "col");
        return head;
    }

    private HtmlContainer spoken(String tag, String key) {
        var element = Markup.element(tag, getTranslation(key));
        element.addClassName("hidden");
        return element;
    }
}
