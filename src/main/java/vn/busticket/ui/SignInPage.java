package vn.busticket.ui;

import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the sign-in page and the security filters tell each other about one browser. */
public final class SignInPage {

    /** Where the page is and where its form goes. */
    public static final String PATH = "/login";

    /** Where administrators prove the second factor. */
    public static final String SECOND_FACTOR = "/two-factor";

    /** Query parameter after a wrong e-mail or password. */
    public static final String WRONG = "error";

    /** Query parameter after an empty field. */
    public static final String INCOMPLETE = "incomplete";

    /** Query parameter after too many tries. */
    public static final String TOO_MANY = "too-many";

    /** Query parameter with the page to return to. */
    public static final String RETURN_TO = "return";

    private static final String TYPED_EMAIL = "vn.busticket.typed-email";
    private static final String DESTINATION = "vn.busticket.after-sign-in";

    /** Pages that lead to signing in: nobody wants to come back to them. */
    private static final List<String> ON_THE_WAY =
            List.of(
                    PATH,
                    SECOND_FACTOR,
                    "/register",
                    "/verify-email",
                    "/forgot-password",
                    "/reset-password");

    private static final int LONGEST = 1_000;

    private SignInPage() {}

    /** The e-mail address of the last try, so that it need not be typed again. */
    public static Optional<String> typedEmail() {
        return session().map(session -> (String) session.getAttribute(TYPED_EMAIL));
    }

    /**
     * Remembers the page that people return to after signing in; ignored unless it is one of ours.
     *
     * @param location path and query, with or without the slash in front
     */
    public static void returnTo(String location) {
        var path = location.startsWith("/") ? location : "/" + location;
        if (isOurs(path)) {
            inSession(session -> session.setAttribute(DESTINATION, path));
        }
    }

    /** The remembered page, else the first one; asked once, after signing in. */
    public static String takeDestination() {
        return takeDestination("/");
    }

    /** The remembered page, else that one; asked once, after signing in. */
    public static String takeDestination(String otherwise) {
        var destination = session().map(session -> (String) session.getAttribute(DESTINATION));
        inSession(session -> {
            session.removeAttribute(DESTINATION);
            session.removeAttribute(TYPED_EMAIL);
        });
        return destination.orElse(otherwise);
    }

    static boolean isOurs(String path) {
        return path.length() <= LONGEST
                && isAddress(path)
                && path.startsWith("/")
                && !path.startsWith("//")
                && path.chars().noneMatch(c -> c <= ' ' || c == '\\' || c == 0x7f)
                && ON_THE_WAY.stream().noneMatch(path::startsWith);
    }

    private static boolean isAddress(String path) {
        try {
            return URI.create(path).getHost() == null;
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }

    static void keepTypedEmail(HttpServletRequest request, String email) {
        request.getSession()
                .setAttribute(TYPED_EMAIL, email.substring(0, Math.min(254, email.length())));
    }

    static void returnTo(HttpServletRequest request, String path) {
        if (isOurs(path)) {
            request.getSession().setAttribute(DESTINATION, path);
        }
    }

    static @Nullable String takeDestination(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null) {
            return null;
        }
        var destination = (String) session.getAttribute(DESTINATION);
        session.removeAttribute(DESTINATION);
        session.removeAttribute(TYPED_EMAIL);
        return destination;
    }

    private static void inSession(Consumer<WrappedSession> action) {
        session().ifPresent(action);
    }

    private static Optional<WrappedSession> session() {
        return Optional.ofNullable(VaadinSession.getCurrent()).map(VaadinSession::getSession);
    }
}
