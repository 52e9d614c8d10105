package vn.busticket.ui;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinSession;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.busticket.accounts.VisitorId;

/** Who is looking at the current screen, signed in or not; to be asked on a UI's thread. */
@Component
public class Visitors {

    static final String VISITOR = "vn.busticket.visitor";
    static final String ADDRESS_KEY = "vn.busticket.address-key";

    /** The browser that shows the current screen; the same after a reload and in another tab. */
    public VisitorId current() {
        var known = known(VISITOR, VisitorId.class);
        return known == null ? remember(VISITOR, VisitorId.random()) : known;
    }

    /** A name for the network address of the current browser, for limits; not the address. */
    public String addressKey() {
        var known = known(ADDRESS_KEY, String.class);
        return known == null ? "unknown" : known;
    }

    private static <T> @Nullable T known(String name, Class<T> type) {
        var request = VaadinRequest.getCurrent();
        if (request != null && request.getAttribute(name) instanceof Object value) {
            return remember(name, type.cast(value));
        }
        var session = VaadinSession.getCurrent();
        return session == null ? null : type.cast(session.getAttribute(name));
    }

    private static <T> T remember(String name, T value) {
        var session = VaadinSession.getCurrent();
        if (session == null) {
            throw new IllegalStateException("A visitor is known only where a screen is shown");
        }
        session.setAttribute(name, value);
        return value;
    }
}
