package vn.busticket.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * One browser without a window: asks for pages and speaks as the script of Vaadin's pages does, so
 * that it can also say what no page would let a person say.
 */
public final class RawBrowser {

    private static final Pattern UI = Pattern.compile("\"v-uiId\":\\s*(\\d+)");
    private static final Pattern KEY = Pattern.compile("\"Vaadin-Security-Key\":\\s*\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String address;
    private final String language;

    /**
     * @param address of the application
     * @param language what the browser asks for
     */
    public RawBrowser(String address, String language) {
        this.address = address;
        this.language = language;
    }

    /** Asks for a page, follows nothing. */
    public HttpResponse<String> get(String path) {
        return send(request(path).header("Accept", "text/html,*/*"));
    }

    /** Sends the form of the sign-in page. */
    public HttpResponse<String> signIn(String email, String password) {
        return signIn(email, password, "");
    }

    /** Sends the form of the sign-in page and wants to be remembered. */
    public HttpResponse<String> signInRemembered(String email, String password) {
        return signIn(email, password, "&remember-me=on");
    }

    /** Opens a page whose screen the server then shows, wherever that leads. */
    public RawScreen open(String path) {
        get(path);
        var begun = send(request("/?v-r=init&location=&query=")).body();
        var screen = new RawScreen(this, group(UI, begun), group(KEY, begun));
        var query = path.indexOf('?');
        return query < 0
                ? screen.navigate(path.substring(1), "")
                : screen.navigate(path.substring(1, query), path.substring(query + 1));
    }

    /** The value of a cookie, empty if there is none. */
    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    /** Forgets the session as a browser does that was closed. */
    public void closeAndOpenAgain() {
        var store = cookies.getCookieStore();
        store.getCookies().stream()
                .filter(cookie -> cookie.getName().equals("busticket-session"))
                .toList()
                .forEach(cookie -> store.remove(URI.create(address), cookie));
    }

    HttpResponse<String> say(String ui, String body) {
        return send(
                request("/?v-r=uidl&v-uiId=" + ui)
                        .header("Content-Type", "application/json; charset=UTF-8")
                        .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> signIn(String email, String password, String wish) {
        var body = "username=%s&password=%s%s".formatted(encoded(email), encoded(password), wish);
        return send(
                request("/login")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(
                    request.header("Accept-Language", language).build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String group(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
