package vn.busticket.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;

/** Speaks as the script of Vaadin's pages does, without a browser: one visitor, one tab. */
public final class BareBrowser implements AutoCloseable {

    private static final Pattern UI = Pattern.compile("\"v-uiId\":\\s*(\\d+)");
    private static final Pattern KEY = Pattern.compile("\"Vaadin-Security-Key\":\\s*\"([^\"]+)\"");
    private static final Pattern SYNC = Pattern.compile("\"syncId\":\\s*(\\d+)");

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String address;
    private String ui = "";
    private String key = "";
    private int syncId;
    private int clientId;

    public BareBrowser(String address) {
        this.address = address;
    }

    /** Opens the tab. */
    public void open() throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(URI.create(address + "/")).header("Accept", "text/html"));
        var begun =
                send(HttpRequest.newBuilder(URI.create(address + "/?v-r=init&location=&query=")));
        ui = group(UI, begun);
        key = group(KEY, begun);
    }

    /** Goes to a page, as by a link; what the server answers. */
    public String navigate(String route) throws IOException, InterruptedException {
        var body =
                """
                {"csrfToken":"%s","rpc":[{"type":"event","node":1,"event":"ui-navigate",
                 "data":{"route":"%s","query":"","appShellTitle":"","historyState":null,
                         "trigger":""}}],"syncId":%d,"clientId":%d}
                """
                        .formatted(key, route, syncId, clientId++);
        var answer =
                send(
                        HttpRequest.newBuilder(URI.create(address + "/?v-r=uidl&v-uiId=" + ui))
                                .header("Content-Type", "application/json; charset=UTF-8")
                                .POST(BodyPublishers.ofString(body)));
        syncId = Integer.parseInt(group(SYNC, answer));
        return answer;
    }

    @Override
    public void close() {
        client.close();
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.header("Accept-Language", "vi").build(), BodyHandlers.ofString())
                .body();
    }

    private static String group(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }
}
