package vn.busticket.backoffice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Span;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import vn.busticket.accounts.AccountDetails;
import vn.busticket.accounts.Role;
import vn.busticket.ui.CurrentUser;
import vn.busticket.ui.Icon;
import vn.busticket.ui.LanguageSwitch;
import vn.busticket.ui.Markup;
import vn.busticket.ui.Sign;

/** The head of every staff screen: one search, light or dark, language, who is signed in. */
final class StaffHead extends Header {

    private static final int INITIALS = 2;
    private static final String TYPED = "event.target.querySelector('input').value";

    private final Div menu = new Div();

    /**
     * @param find gets what was typed into the search
     */
    StaffHead(CurrentUser person, Consumer<String> find) {
        addClassName("desk-head");
        if (person.signedIn().filter(one -> one.role() == Role.ADMINISTRATOR).isPresent()) {
            add(search(find));
        }
        add(Markup.span("desk-gap", ""), new SchemeSwitch(), language());
        person.details().ifPresent(details -> addPerson(details, person));
    }

    /** Closes what was open. */
    void arrived() {
        menu.getElement().executeJs("if (this.matches(':popover-open')) this.hidePopover()");
    }

    private static LanguageSwitch language() {
        var language = new LanguageSwitch();
        language.addClassName("button");
        return language;
    }

    private Component search(Consumer<String> find) {
        var field = new Input();
        field.setId("desk-find");
        field.setType("search");
        field.setPlaceholder(getTranslation("desk.find.hint"));
        field.getElement().setAttribute("autocomplete", "off");
        var label = new NativeLabel(getTranslation("desk.find"));
        label.setFor(field);
        label.addClassName("hidden");
        var form = Markup.element("form", label, new Icon(Sign.SEARCH), field);
        form.addClassName("desk-find");
        form.getElement().setAttribute("role", "search");
        form.getElement()
                .addEventListener(
                        "submit",
                        submitted ->
                                find.accept(submitted.getEventData().get(TYPED).asString().strip()))
                .addEventData(TYPED)
                .preventDefault();
        return form;
    }

    private void addPerson(AccountDetails details, CurrentUser person) {
        menu.setId("desk-menu");
        menu.addClassName("desk-menu");
        menu.getElement().setAttribute("popover", "auto");
        if (details.role() == Role.ADMINISTRATOR) {
            menu.add(
                    new Anchor(PeopleView.ADDRESS, getTranslation("desk.people")),
                    new Anchor(
                            OperatorTripsView.ADDRESS,
                            getTranslation(StaffPlace.OPERATOR_TRIPS.messageKey())),
                    new Anchor(RevenueView.ADDRESS, getTranslation("analytics.revenue")),
                    new Anchor(BookingFiguresView.ADDRESS, getTranslation("analytics.bookings")),
                    new Anchor(SystemView.ADDRESS, getTranslation("desk.system")));
        }
        menu.add(
                new Anchor("profile", getTranslation("ui.nav.profile")),
                new Anchor("./", getTranslation("desk.shop")),
                new NativeButton(getTranslation("ui.nav.signOut"), click -> person.signOut()));
        var initials = Markup.span("desk-initials", initials(details.fullName()));
        initials.getElement().setAttribute("aria-hidden", "true");
        var name = Markup.div("desk-name", new Span(details.fullName()));
        name.add(Markup.span("muted", getTranslation("desk.role." + details.role().name())));
        var opener = new NativeButton();
        opener.add(initials, name);
        opener.addClassName("desk-who");
        opener.getElement().setAttribute("type", "button");
        opener.getElement().setAttribute("popovertarget", "desk-menu");
        add(opener, menu);
    }

    /** The first letters of the last two words: in Vietnam the given name is the last. */
    static String initials(String name) {
        var words = name.strip().split("\\s+");
        return Arrays.stream(words)
                .skip(Math.max(0, words.length - INITIALS))
                .map(word ->
                        word.substring(0, word.offsetByCodePoints(0, Math.min(1, word.length()))))
                .collect(Collectors.joining())
                .toUpperCase(UI.getCurrent().getLocale());
    }
}
