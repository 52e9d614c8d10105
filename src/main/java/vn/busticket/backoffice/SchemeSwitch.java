package vn.busticket.backoffice;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import vn.busticket.ui.Icon;
import vn.busticket.ui.Sign;

/** Switches between light and dark and remembers it; until then the device decides. */
final class SchemeSwitch extends NativeButton {

    private static final String COOKIE = "scheme";

    SchemeSwitch() {
        addClassNames("button", "desk-scheme");
        getElement().setAttribute("type", "button");
        var words = getTranslation("desk.scheme");
        setAriaLabel(words);
        setTitle(words);
        add(new Icon(Sign.MOON), new Icon(Sign.SUN));
        addClickListener(click -> change());
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        remembered().ifPresent(event.getUI().getPage()::setColorScheme);
    }

    private void change() {
        getElement()
                .executeJs(
                        """
                        const scheme = getComputedStyle(document.documentElement).colorScheme;
                        return scheme === 'dark' || (scheme !== 'light'
                            && matchMedia('(prefers-color-scheme: dark)').matches);
                        """)
                .then(
                        Boolean.class,
                        isDark ->
                                choose(isDark ? ColorScheme.Value.LIGHT : ColorScheme.Value.DARK));
    }

    private void choose(ColorScheme.Value scheme) {
        var cookie = new Cookie(COOKIE, scheme.name());
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
        cookie.setAttribute("SameSite", "Lax");
        VaadinService.getCurrentResponse().addCookie(cookie);
        getUI().ifPresent(ui -> ui.getPage().setColorScheme(scheme));
    }

    private static Optional<ColorScheme.Value> remembered() {
        var cookies =
                VaadinRequest.getCurrent() == null ? null : VaadinRequest.getCurrent().getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .flatMap(cookie ->
                        Arrays.stream(ColorScheme.Value.values())
                                .filter(value -> value.name().equals(cookie.getValue())))
                .findFirst();
    }
}
