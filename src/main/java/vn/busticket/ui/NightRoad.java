package vn.busticket.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The coach on its road by night, drawn into the page so that it reads the tokens; stands in a
 * {@code .hero}.
 */
@Tag("div")
public final class NightRoad extends Component {

    private static final String DRAWING = drawing();

    /** Draws it. */
    public NightRoad() {
        getElement().getClassList().add("night-road");
        getElement().setAttribute("aria-hidden", "true");
        getElement().setProperty("innerHTML", DRAWING);
    }

    private static String drawing() {
        try (var file =
                NightRoad.class.getResourceAsStream(
                        "/META-INF/resources/frontend-theme/illustrations/hero.svg")) {
            if (file == null) {
                throw new IllegalStateException("illustrations/hero.svg is not on the class path");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
