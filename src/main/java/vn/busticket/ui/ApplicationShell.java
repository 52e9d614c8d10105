package vn.busticket.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;
import java.util.Map;

/**
 * The page around every screen: styles, faces, icon, and the line on which the server speaks first.
 */
@Push
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("frontend-theme/styles.css")
public class ApplicationShell implements AppShellConfigurator {

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.setViewport("width=device-width, initial-scale=1, viewport-fit=cover");
        settings.addFavIcon("icon", "frontend-theme/favicon.svg", "any");
        settings.addMetaTag("theme-color", "#0b1b33");
        settings.addMetaTag("color-scheme", "light dark");
        preload(settings, "be-vietnam-pro-latin-400-normal");
        preload(settings, "be-vietnam-pro-vietnamese-400-normal");
        preload(settings, "busticket-figures");
    }

    private static void preload(AppShellSettings settings, String face) {
        settings.addLink(
                "frontend-theme/fonts/" + face + ".woff2",
                Map.of(
                        "rel",
                        "preload",
                        "as",
                        "font",
                        "type",
                        "font/woff2",
                        "crossorigin",
                        "anonymous"));
    }
}
