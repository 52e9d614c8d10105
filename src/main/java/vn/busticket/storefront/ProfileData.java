package vn.busticket.storefront;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import vn.busticket.accounts.AccountDetails;
import vn.busticket.ui.Facts;
import vn.busticket.ui.Formats;

/** What is kept about a person. */
final class ProfileData extends Div {

    ProfileData(AccountDetails person) {
        addClassName("card");
        var facts =
                new Facts()
                        .with(getTranslation("accounts.name"), person.fullName())
                        .with(getTranslation("accounts.email"), person.email());
        person.spokenPhone()
                .ifPresent(phone -> facts.withFigures(getTranslation("accounts.phone"), phone));
        facts.with(
                        getTranslation("accounts.language"),
                        getTranslation("accounts.language." + person.language().name()))
                .with(
                        getTranslation("profile.created"),
                        Formats.current().date(person.createdAt()));
        add(facts, new Paragraph(getTranslation("profile.data.agreed")));
    }
}
