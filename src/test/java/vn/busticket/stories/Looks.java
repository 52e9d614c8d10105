package vn.busticket.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * How a screen looks at every size, by day and by night: what axe finds, whether it scrolls
 * sideways, and, with {@code -Dpictures}, a picture in {@code target/pictures}.
 */
final class Looks {

    private static final String AXE = "/axe.min.js";
    private static final List<Integer> WIDTHS = List.of(320, 360, 768, 1440, 1920);
    private static final int NARROW = 320;
    private static final List<Integer> LETTER_WIDTHS = List.of(NARROW, 640);
    private static final int PHONE = 360;

    /** An e-mail is shown within the page of a mail program, which has the landmarks. */
    private static final List<String> OF_WHOLE_PAGES = List.of("landmark-one-main", "region");

    private static final int DESK = 1440;
    private static final int HEIGHT = 780;
    private static final boolean PICTURES = System.getProperty("pictures") != null;

    /** WCAG 2.0 to 2.2, A and AA, and what axe itself recommends; one line for each finding. */
    private static final String FINDINGS =
            """
            async leftOut => {
              const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
              const found = await axe.run(document, {
                  runOnly: tags, resultTypes: ['violations'], preload: false, iframes: false,
                  rules: Object.fromEntries(leftOut.map(rule => [rule, { enabled: false }])) });
              return found.violations.flatMap(rule => rule.nodes.map(
                  node => rule.id + ': ' + node.target.join(' ') + ' ' + node.html.slice(0, 160)
                      + ' ' + (node.any[0]?.message ?? '')));
            }
            """;

    private static final String WIDER_THAN_THE_WINDOW =
            """
            () => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? ''
                : [...document.querySelectorAll('body *')]
                    .filter(one => one.getBoundingClientRect().right > innerWidth + 1)
                    .slice(0, 3).map(one => one.outerHTML.slice(0, 160)).join(' | ') || 'something'
            """;

    private final Page page;
    private final Words words;

    Looks(Page page, Words words) {
        this.page = page;
        this.words = words;
    }

    /** Looks at the screen that is open now; leaves the window as wide as a phone. */
    void check(String screen) {
        page.waitForFunction("() => document.querySelector('h1')?.checkVisibility()");
        for (var width : WIDTHS) {
            for (var light : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
                if (isLookedAt(width, light)) {
                    show(width, light);
                    fits(screen, width);
                    if (width == DESK || width == PHONE) {
                        assertThat(findings(List.of()))
                                .as("%s, %d px, %s", screen, width, light)
                                .isEmpty();
                    }
                    photograph(screen, width, light);
                }
            }
        }
        show(PHONE, ColorScheme.LIGHT);
    }

    /**
     * Looks at the e-mail that is open now, as narrow and as wide as mail programs show it.
     *
     * @param isRead true to let axe read it too
     */
    void checkLetter(String letter, boolean isRead) {
        for (var width : LETTER_WIDTHS) {
            for (var light : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
                if (!PICTURES && (width == NARROW) != (light == ColorScheme.DARK)) {
                    continue;
                }
                show(width, light);
                fits(letter, width);
                if (isRead) {
                    assertThat(findings(OF_WHOLE_PAGES))
                            .as("%s, %d px, %s", letter, width, light)
                            .isEmpty();
                }
                photograph(letter, width, light);
            }
        }
    }

    /**
     * Each size and each light once, which is all of them where pictures are taken; in the second
     * language only words can be wrong, so that a phone is enough.
     */
    private boolean isLookedAt(int width, ColorScheme light) {
        if (PICTURES) {
            return width == DESK || width == PHONE || light == ColorScheme.LIGHT;
        }
        return (width == DESK) == (light == ColorScheme.DARK)
                && (words == Words.VIETNAMESE || width <= PHONE);
    }

    private void fits(String screen, int width) {
        assertThat((String) page.evaluate(WIDER_THAN_THE_WINDOW))
                .as("what scrolls %s sideways at %d px", screen, width)
                .isEmpty();
    }

    private void show(int width, ColorScheme light) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(light));
        page.setViewportSize(width, HEIGHT);
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))");
    }

    @SuppressWarnings("unchecked") // what the script answers
    private List<String> findings(List<String> leftOut) {
        if (!(Boolean) page.evaluate("() => 'axe' in window")) {
            page.evaluate(axe());
        }
        return (List<String>) page.evaluate(FINDINGS, leftOut);
    }

    private void photograph(String screen, int width, ColorScheme light) {
        if (PICTURES) {
            var name =
                    "%s-%d-%s-%s.png"
                            .formatted(
                                    screen,
                                    width,
                                    words.locale().substring(0, 2),
                                    light.name().toLowerCase(java.util.Locale.ROOT));
            page.screenshot(
                    new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(Path.of("target", "pictures", name)));
        }
    }

    private static String axe() {
        try (var script = Objects.requireNonNull(Looks.class.getResourceAsStream(AXE), AXE)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
