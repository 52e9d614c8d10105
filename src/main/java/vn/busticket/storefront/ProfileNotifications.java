package vn.busticket.storefront;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import vn.busticket.accounts.AccountId;
import vn.busticket.accounts.MessagePreference;
import vn.busticket.accounts.MessageTopic;
import vn.busticket.ui.Banner;
import vn.busticket.ui.Icon;
import vn.busticket.ui.Markup;
import vn.busticket.ui.Sign;
import vn.busticket.ui.Toggle;
import vn.busticket.ui.Tone;

/**
 * Which messages come by which way, each to be changed at once, and why those that always come do.
 */
final class ProfileNotifications extends Div {

    private final NotificationChoices choices;
    private final AccountId account;
    private final Div answer = new Div();

    ProfileNotifications(NotificationChoices choices, AccountId account) {
        this.choices = choices;
        this.account = account;
        addClassNames("card", "stack");
        answer.getElement().setAttribute("role", "status");
        var body = Markup.element("tbody");
        choices.of(account).forEach(preference -> body.add(row(preference)));
        var table =
                Markup.element(
                        "table",
                        spoken("caption", "profile.notifications.table"),
                        Markup.element(
                                "thead",
                                Markup.element(
                                        "tr",
                                        head("profile.notifications.kind"),
                                        head("accounts.email"),
                                        head("profile.notifications.sms"))),
                        body);
        table.addClassName("preferences");
        add(table, answer);
        if (!choices.hasSms()) {
            var note = new Paragraph(getTranslation("profile.notifications.noSms"));
            note.addClassNames("small", "muted");
            add(note);
        }
    }

    private HtmlContainer row(MessagePreference preference) {
        var topic = preference.topic();
        var name = Markup.element("th", words(topic));
        name.getElement().setAttribute("scope", "row");
        name.add(Markup.element("small", getTranslation(key(topic) + ".why")));
        return Markup.element(
                "tr",
                name,
                Markup.element("td", email(preference)),
                Markup.element("td", sms(preference)));
    }

    private Component email(MessagePreference preference) {
        var topic = preference.topic();
        if (topic.isAlwaysByEmail()) {
            var always = Markup.span("switch locked", "");
            always.add(
                    new Icon(Sign.LOCK),
                    Markup.element("small", getTranslation("profile.notifications.always")));
            return always;
        }
        return toggle(
                topic,
                "accounts.email",
                preference.byEmail(),
                wanted -> choices.chooseEmail(account, topic, wanted));
    }

    private Component sms(MessagePreference preference) {
        var topic = preference.topic();
        if (!topic.isAlsoBySms()) {
            var never = Markup.span("muted", "–");
            never.getElement().setAttribute("aria-hidden", "true");
            return new Div(never, Markup.spoken(getTranslation("profile.notifications.never")));
        }
        return toggle(
                topic,
                "profile.notifications.sms",
                preference.bySms(),
                wanted -> choices.chooseSms(account, topic, wanted));
    }

    private Toggle toggle(MessageTopic topic, String channelKey, boolean isOn, Choice choice) {
        var name = words(topic) + ", " + getTranslation(channelKey);
        return new Toggle(
                name,
                isOn,
                wanted -> {
                    choice.make(wanted);
                    say(name, wanted);
                });
    }

    private void say(String name, boolean wanted) {
        var key = wanted ? "profile.notifications.on" : "profile.notifications.off";
        answer.removeAll();
        answer.add(
                new Banner(
                        Tone.OK,
                        getTranslation("profile.notifications.saved"),
                        " " + getTranslation(key, name)));
    }

    private String words(MessageTopic topic) {
        return getTranslation(key(topic));
    }

    private static String key(MessageTopic topic) {
        return "profile.notifications." + topic.name();
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

    /** Stores what somebody chose. */
    private interface Choice {

        void make(boolean wanted);
    }
}
