package vn.busticket.storefront;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Locale;
import java.util.stream.Stream;
import vn.busticket.accounts.AccountDetails;
import vn.busticket.accounts.AccountId;
import vn.busticket.accounts.AccountService;
import vn.busticket.accounts.EmailVerification;
import vn.busticket.accounts.SignIn;
import vn.busticket.ui.CurrentUser;
import vn.busticket.ui.Icon;
import vn.busticket.ui.Markup;
import vn.busticket.ui.PassengerLayout;
import vn.busticket.ui.Sign;
import vn.busticket.ui.Titled;

/** What a signed-in person told us and can change. */
@Route(value = "profile/:section?", layout = PassengerLayout.class)
@PermitAll
class ProfileView extends Div implements BeforeEnterObserver, Titled {

    private final CurrentUser currentUser;
    private final AccountService accounts;
    private final EmailVerification verification;
    private final SignIn signIn;
    private final DataDesk data;
    private final NotificationChoices choices;
    private Section section = Section.DETAILS;

    ProfileView(
            CurrentUser currentUser,
            AccountService accounts,
            EmailVerification verification,
            SignIn signIn,
            DataDesk data,
            NotificationChoices choices) {
        this.currentUser = currentUser;
        this.accounts = accounts;
        this.verification = verification;
        this.signIn = signIn;
        this.data = data;
        this.choices = choices;
        addClassName("page");
    }

    @Override
    public String title() {
        return words(section, "headline");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        section =
                event.getRouteParameters().get("section").map(Section::at).orElse(Section.DETAILS);
        var person = currentUser.details().orElseThrow(NotFoundException::new);
        removeAll();
        add(
                Markup.div("title", new H1(title()), new Paragraph(explanation(person))),
                Markup.div("profile", menu(), content(person)));
    }

    private String explanation(AccountDetails person) {
        return getTranslation("profile." + section.path() + ".explanation", person.email());
    }

    private Component content(AccountDetails person) {
        return switch (section) {
            case DETAILS -> new ProfileDetailsForm(person, accounts);
            case NOTIFICATIONS -> new ProfileNotifications(choices, person.id());
            case SECURITY -> security(person.id());
            case DATA ->
                    Markup.div(
                            "stack",
                            new ProfileData(person),
                            new DataExportCard(person.id(), data),
                            new EraseCard(person.id(), data));
        };
    }

    private Component security(AccountId person) {
        return Markup.div(
                "stack",
                new PasswordForm(person, accounts, signIn, currentUser),
                new EmailChangeForm(person, verification, signIn),
                new SignOutEverywhere(() -> {
                    accounts.signOutEverywhere(person);
                    currentUser.signOut();
                }));
    }

    private Nav menu() {
        var menu = new Nav();
        menu.addClassName("side-menu");
        menu.setAriaLabel(getTranslation("profile.menu"));
        Stream.of(Section.values()).map(this::link).forEach(menu::add);
        return menu;
    }

    private Anchor link(Section to) {
        var link = new Anchor(to.address(), new Icon(to.sign));
        link.add(words(to, "headline"));
        if (to == section) {
            link.getElement().setAttribute("aria-current", "page");
        }
        return link;
    }

    private String words(Section of, String ending) {
        return getTranslation("profile." + of.path() + "." + ending);
    }

    /** A part of the profile with an address of its own. */
    private enum Section {
        /** Name, phone, language. */
        DETAILS(Sign.PERSON),
        /** What is sent. */
        NOTIFICATIONS(Sign.BELL),
        /** Password, mailbox, sessions. */
        SECURITY(Sign.SHIELD),
        /** What is kept. */
        DATA(Sign.DOWNLOAD);

        private final Sign sign;

        Section(Sign sign) {
            this.sign = sign;
        }

        String path() {
            return name().toLowerCase(Locale.ROOT);
        }

        String address() {
            return this == DETAILS ? "profile" : "profile/" + path();
        }

        static Section at(String path) {
            return Stream.of(values())
                    .filter(section -> section.path().equals(path))
                    .findFirst()
                    .orElseThrow(NotFoundException::new);
        }
    }
}
