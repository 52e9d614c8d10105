package vn.busticket.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One open page of a {@link RawBrowser}: the nodes that the server told, whether shown or not. */
public final class RawScreen {

    private static final JsonMapper JSON = new JsonMapper();

    /** What a click tells the server. */
    private static final Map<String, Object> CLICK =
            Map.ofEntries(
                    Map.entry("event.screenX", 1),
                    Map.entry("event.screenY", 1),
                    Map.entry("event.clientX", 1),
                    Map.entry("event.clientY", 1),
                    Map.entry("event.detail", 1),
                    Map.entry("event.button", 0),
                    Map.entry("event.ctrlKey", false),
                    Map.entry("event.shiftKey", false),
                    Map.entry("event.altKey", false),
                    Map.entry("event.metaKey", false));

    private final RawBrowser browser;
    private final String ui;
    private final String key;
    private final Map<Integer, Map<String, String>> nodes = new LinkedHashMap<>();
    private final Map<Integer, List<Integer>> children = new LinkedHashMap<>();
    private final StringBuilder told = new StringBuilder();
    private int syncId;
    private int clientId;

    RawScreen(RawBrowser browser, String ui, String key) {
        this.browser = browser;
        this.ui = ui;
        this.key = key;
    }

    /** Moves within the open page, as a link does. */
    public RawScreen navigate(String route, String query) {
        return say(
                Map.of(
                        "type",
                        "event",
                        "node",
                        1,
                        "event",
                        "ui-navigate",
                        "data",
                        Map.of(
                                "route", route,
                                "query", query,
                                "appShellTitle", "",
                                "historyState", "",
                                "trigger", "")));
    }

    /** Says something that no page says; the screen fails over it. */
    public RawScreen babble() {
        return say(Map.of("type", "babble", "node", 1));
    }

    /** Types into a field. */
    public RawScreen fill(int node, String value) {
        say(
                Map.of(
                        "type",
                        "mSync",
                        "node",
                        node,
                        "feature",
                        1,
                        "property",
                        "value",
                        "value",
                        value));
        return this;
    }

    /** Types into every field of that name. */
    public RawScreen fill(String label, String value) {
        nodes().stream()
                .filter(node -> label.equals(value(node, "label")))
                .forEach(node -> fill(node, value));
        return this;
    }

    /** Clicks, whether or not a person could. */
    public RawScreen click(int node) {
        return say(Map.of("type", "event", "node", node, "event", "click", "data", CLICK));
    }

    /** Clicks on all of these in one call. */
    public RawScreen clickAll(List<Integer> wanted) {
        return say(
                wanted.stream()
                        .map(node ->
                                Map.of(
                                        "type", "event", "node", node, "event", "click", "data",
                                        CLICK))
                        .toList());
    }

    /** Hears what became of work beside the screen. */
    public RawScreen listen() {
        return say(List.of());
    }

    /** The same open page, spoken to from another browser that came to know its key. */
    public RawScreen takenOverBy(RawBrowser another) {
        return copy(another, key);
    }

    /** The same open page, spoken to with another key. */
    public RawScreen withKey(String another) {
        return copy(browser, another);
    }

    private RawScreen copy(RawBrowser from, String anotherKey) {
        var copy = new RawScreen(from, ui, anotherKey);
        copy.syncId = syncId;
        copy.clientId = clientId;
        return copy;
    }

    /** The first node of a tag, -1 if there is none. */
    public int first(String tag) {
        return nodes.keySet().stream().filter(node -> is(node, tag)).findFirst().orElse(-1);
    }

    /** All nodes of a tag, in their order. */
    public List<Integer> all(String tag) {
        return nodes.keySet().stream().filter(node -> is(node, tag)).toList();
    }

    /** The first button whose words begin so, -1 if there is none. */
    public int button(String words) {
        return nodes.keySet().stream()
                .filter(node -> is(node, "button"))
                .filter(node -> text(node).strip().startsWith(words))
                .findFirst()
                .orElse(-1);
    }

    /** All buttons whose words begin so, in their order. */
    public List<Integer> buttons(String words) {
        return all("button").stream().filter(node -> text(node).strip().startsWith(words)).toList();
    }

    /** The words of the last heading of the first rank. */
    public String heading() {
        return nodes.keySet().stream()
                .filter(node -> is(node, "h1"))
                .reduce((one, next) -> next)
                .map(this::text)
                .orElse("");
    }

    /** The words of all nodes of a tag, in their order. */
    public List<String> texts(String tag) {
        return nodes.keySet().stream().filter(node -> is(node, tag)).map(this::text).toList();
    }

    /** The values of an attribute or property, on whatever node. */
    public List<String> values(String name) {
        return nodes.values().stream()
                .map(values -> values.get(name))
                .filter(Objects::nonNull)
                .toList();
    }

    /** The value of an attribute or property of what has that id, empty if there is none. */
    public String valueOf(String id, String name) {
        return nodes.values().stream()
                .filter(values -> id.equals(values.get("id")))
                .map(values -> values.getOrDefault(name, ""))
                .findFirst()
                .orElse("");
    }

    /** Every node that the server told. */
    public List<Integer> nodes() {
        return List.copyOf(nodes.keySet());
    }

    /** All that the server told, as it told it. */
    public String told() {
        return told.toString();
    }

    private RawScreen say(Map<String, ?> call) {
        return say(List.of(call));
    }

    private RawScreen say(List<? extends Map<String, ?>> calls) {
        var body =
                JSON.writeValueAsString(
                        Map.of(
                                "csrfToken",
                                key,
                                "rpc",
                                calls,
                                "syncId",
                                syncId,
                                "clientId",
                                clientId++));
        hear(browser.say(ui, body).body());
        return this;
    }

    private void hear(String answer) {
        told.append(answer);
        if (!answer.startsWith("{")) {
            return;
        }
        var message = JSON.readTree(answer);
        if (message.has("syncId")) {
            syncId = message.get("syncId").asInt();
        }
        message.path("changes").forEach(this::change);
    }

    private void change(JsonNode change) {
        var node = change.path("node").asInt();
        switch (change.path("type").asString()) {
            case "attach" -> nodes.putIfAbsent(node, new LinkedHashMap<>());
            case "detach" -> nodes.remove(node);
            case "put" ->
                    nodes.computeIfAbsent(node, unknown -> new LinkedHashMap<>())
                            .put(change.path("key").asString(), words(change.path("value")));
            case "splice" -> splice(node, change);
            default -> {
                // Nothing else changes what is shown.
            }
        }
    }

    private void splice(int node, JsonNode change) {
        var list = children.computeIfAbsent(node, unknown -> new ArrayList<>());
        var index = change.path("index").asInt();
        var removed = change.path("remove").asInt();
        IntStream.range(0, removed)
                .filter(i -> index < list.size())
                .forEach(i -> list.remove(index));
        var added = new ArrayList<Integer>();
        change.path("addNodes").forEach(child -> added.add(child.asInt()));
        list.addAll(Math.min(index, list.size()), added);
    }

    private String text(int node) {
        var own = value(node, "text");
        var below =
                children.getOrDefault(node, List.of()).stream()
                        .map(this::text)
                        .collect(Collectors.joining());
        return (own == null ? "" : own) + below;
    }

    private boolean is(int node, String tag) {
        return tag.equals(value(node, "tag"));
    }

    private @Nullable String value(int node, String name) {
        return nodes.getOrDefault(node, Map.of()).get(name);
    }

    private static String words(JsonNode value) {
        return value.isString() ? value.asString() : value.toString();
    }
}
