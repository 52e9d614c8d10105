package vn.busticket.storefront;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import vn.busticket.ui.ActionButton;
import vn.busticket.ui.Look;

/** Ends all sessions of a person, this one too. */
final class SignOutEverywhere extends Div {

    SignOutEverywhere(Runnable signOut) {
        addClassNames("card", "fields");
        add(
                new H2(getTranslation("profile.security.everywhere")),
                new Paragraph(getTranslation("profile.security.everywhere.explanation")),
                new ActionButton(
                        Look.PLAIN,
                        getTranslation("profile.security.everywhere.submit"),
                        signOut::run));
    }
}
