package vn.busticket.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;

/** The controls as JSON over HTTP, for tests that run the sandbox as a process of its own. */
final class ControlApi implements HttpHandler {

    static final String PREFIX = "/_control/";

    private final Controls controls;

    ControlApi(Controls controls) {
        this.controls = controls;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String name = exchange.getRequestURI().getPath().substring(PREFIX.length());
        try {
            Object result =
                    "POST".equals(exchange.getRequestMethod())
                            ? controls.perform(name, values(exchange))
                            : controls.show(name);
            WebPages.send(exchange, 200, "application/json", SandboxJson.write(result));
        } catch (NoSuchElementException unknown) {
            refuse(exchange, 404, unknown);
        } catch (IllegalArgumentException | IllegalStateException senseless) {
            refuse(exchange, 400, senseless);
        }
    }

    private static void refuse(HttpExchange exchange, int status, RuntimeException why)
            throws IOException {
        WebPages.send(
                exchange,
                status,
                "application/json",
                SandboxJson.write(Map.of("error", String.valueOf(why.getMessage()))));
    }

    private static Map<String, String> values(HttpExchange exchange) throws IOException {
        Map<String, String> values = new HashMap<>();
        SandboxJson.readObject(
                        new String(
                                exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))
                .forEach((name, value) -> {
                    if (value != null) {
                        values.put(name, value.toString());
                    }
                });
        return values;
    }
}
