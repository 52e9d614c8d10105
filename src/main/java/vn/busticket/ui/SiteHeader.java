package vn.busticket.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import vn.busticket.accounts.AccountDetails;

/** The night bar above every passenger screen: mark, ways to go, language, account. */
final class SiteHeader extends Header {

    private final List<Anchor> places = new ArrayList<>();
    private final Div menu = new Div();
    private final Div account = new Div();

    SiteHeader(CurrentUser visitor) {
        addClassName("top");
        menu.addClassName("menu");
        account.addClassNames("menu", "account");
        var nav = new Nav();
        nav.setAriaLabel(getTranslation("ui.nav"));
        place("ui.nav.search", "./", nav);
        place("ui.nav.bookings", "bookings", nav);
        place("ui.nav.find", "bookings/find", nav);
        nav.add(new LanguageSwitch());
        visitor.details()
                .ifPresentOrElse(
                        person -> addAccount(person, visitor, nav),
                        () -> place("ui.nav.signIn", "login", nav).addClassName("outlined"));
        var opener = opener("site-menu", menu, new Icon(Sign.MENU));
        opener.addClassName("narrow");
        opener.getElement().setAttribute("aria-label", getTranslation("ui.nav.menu"));
        nav.add(opener, menu);
        add(Markup.div("page", mark(), nav));
    }

    /** Marks the way that leads to this path, and closes what was open. */
    void arrivedAt(String path) {
        var here = path.isEmpty() || path.equals("trips") ? "./" : path;
        for (var place : places) {
            if (place.getHref().equals(here)) {
                place.getElement().setAttribute("aria-current", "page");
            } else {
                place.getElement().removeAttribute("aria-current");
            }
        }
        close(menu);
        close(account);
    }

    private Anchor mark() {
        var mark = new Anchor("./", new Image("frontend-theme/logo-night.svg", ""));
        mark.addClassName("logo");
        mark.setAriaLabel("BusTicket, " + getTranslation("ui.nav.home"));
        return mark;
    }

    private Anchor place(String key, String address, Nav nav) {
        var wide = new Anchor(address, getTranslation(key));
        wide.addClassName("wide");
        var narrow = new Anchor(address, getTranslation(key));
        places.add(wide);
        places.add(narrow);
        nav.add(wide);
        menu.add(narrow);
        return wide;
    }

    private void addAccount(AccountDetails person, CurrentUser visitor, Nav nav) {
        var opener = opener("account-menu", account, new Icon(Sign.PERSON));
        opener.add(new Span(person.fullName()));
        opener.addClassNames("wide", "outlined");
        nav.add(opener, account);
        for (var list : List.of(menu, account)) {
            switch (person.role()) {
                case ADMINISTRATOR -> list.add(new Anchor("admin", getTranslation("ui.nav.staff")));
                case OPERATOR_STAFF ->
                        list.add(new Anchor("operator", getTranslation("ui.nav.operator")));
                case PASSENGER -> {}
            }
            var profile = new Anchor("profile", getTranslation("ui.nav.profile"));
            var signOut =
                    new NativeButton(getTranslation("ui.nav.signOut"), click -> visitor.signOut());
            list.add(profile, signOut);
        }
    }

    private static NativeButton opener(String id, Div opened, Icon icon) {
        opened.setId(id);
        opened.getElement().setAttribute("popover", "auto");
        var opener = new NativeButton();
        opener.add(icon);
        opener.getElement().setAttribute("type", "button");
        opener.getElement().setAttribute("popovertarget", id);
        return opener;
    }

    private static void close(Div menu) {
        menu.getElement().executeJs("if (this.matches(':popover-open')) this.hidePopover()");
    }
}
