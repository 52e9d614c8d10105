package vn.busticket.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.busticket.shared.Language;

/**
 * The language in which a visitor reads: what they chose here before, else what their browser asks
 * for.
 */
public final class VisitorLanguage {

    static final String COOKIE = "language";

    private static final List<Locale> SPOKEN = List.of(Locale.of("vi"), Locale.of("en"));

    private VisitorLanguage() {}

    /** The language for a request: the remembered choice, else the browser's. */
    public static Language of(VaadinRequest request) {
        return remembered(request.getCookies())
                .orElseGet(() -> ofBrowser(request.getHeader("Accept-Language")));
    }

    /** Vietnamese if the browser asks for it or for nothing, else English. */
    static Language ofBrowser(@Nullable String acceptLanguage) {
        if (acceptLanguage == null
                || acceptLanguage.isBlank()
                || acceptLanguage.strip().equals("*")) {
            return Language.VI;
        }
        try {
            var best = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), SPOKEN);
            return best == null ? Language.EN : Language.of(best);
        } catch (IllegalArgumentException unreadable) {
            return Language.VI;
        }
    }

    /** Remembers what a visitor chose and shows the same screen again in that language. */
    public static void choose(Language language) {
        var secure = VaadinRequest.getCurrent().isSecure();
        VaadinService.getCurrentResponse().addCookie(remembering(language, secure));
        UI.getCurrent().getPage().reload();
    }

    /**
     * The cookie that remembers a choice for a year.
     *
     * @param secure true if it must never travel without HTTPS
     */
    static Cookie remembering(Language language, boolean secure) {
        var cookie = new Cookie(COOKIE, language.locale().getLanguage());
        cookie.setPath("/");
        cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }

    private static Optional<Language> remembered(Cookie @Nullable [] cookies) {
        if (cookies == null) {
            return Optional.empty();
        }
        for (var cookie : cookies) {
            if (cookie.getName().equals(COOKIE)) {
                return language(cookie.getValue());
            }
        }
        return Optional.empty();
    }

    private static Optional<Language> language(String code) {
        for (var language : Language.values()) {
            if (language.locale().getLanguage().equals(code)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }
}
