package vn.busticket.stories;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The installed Chromium, driven by Playwright. */
final class Chromium implements AutoCloseable {

    private static final List<String> QUIET =
            List.of(
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");

    /** How long stories wait for what has no bound of its own; two of them share the machine. */
    private static final double PATIENCE_MILLIS = 15_000;

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Where Chromium is installed, if it is: {@code CHROMIUM_PATH} or one of the usual places. */
    static Optional<Path> installed() {
        var named = Optional.ofNullable(System.getenv("CHROMIUM_PATH")).stream();
        var usual =
                Stream.of(
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome",
                        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
        return Stream.concat(named, usual).map(Path::of).filter(Files::isExecutable).findFirst();
    }

    static Chromium start() {
        return start(List.of());
    }

    /** One whose camera shows a film: YUV4MPEG2, again and again. */
    static Chromium withCamera(Path film) {
        return start(
                List.of(
                        "--use-fake-device-for-media-stream",
                        "--use-fake-ui-for-media-stream",
                        "--use-file-for-fake-video-capture=" + film));
    }

    private static Chromium start(List<String> more) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        var playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var options =
                new BrowserType.LaunchOptions()
                        .setExecutablePath(installed().orElseThrow())
                        .setArgs(Stream.concat(QUIET.stream(), more.stream()).toList());
        return new Chromium(playwright, playwright.chromium().launch(options));
    }

    /** A phone of its own visitor. */
    BrowserContext phone(String locale) {
        return browser.newContext(
                new Browser.NewContextOptions()
                        .setLocale(locale)
                        .setViewportSize(360, 740)
                        .setHasTouch(true)
                        .setTimezoneId("Asia/Ho_Chi_Minh")
                        .setReducedMotion(ReducedMotion.REDUCE));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
