package vn.busticket.storefront;

import com.vaadin.flow.server.VaadinSession;
import java.io.Serializable;
import java.util.Optional;

/** The mailbox that was typed to register in this session, to say where the link went. */
record RegisteredEmail(String email) implements Serializable {

    static Optional<String> inThisSession() {
        return Optional.ofNullable(VaadinSession.getCurrent().getAttribute(RegisteredEmail.class))
                .map(RegisteredEmail::email);
    }

    void remember() {
        VaadinSession.getCurrent().setAttribute(RegisteredEmail.class, this);
    }
}
