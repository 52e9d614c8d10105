package vn.busticket.sandbox;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The sandbox' HTTP server: one virtual thread for each request. */
final class SandboxServer implements AutoCloseable {

    private static final String ANY_HOST = "0.0.0.0";

    private final String host;
    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    SandboxServer(String host, int port) {
        this.host = host;
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
        try {
            this.server = HttpServer.create(new InetSocketAddress(host, port), 1_000);
        } catch (IOException taken) {
            throw new UncheckedIOException(
                    "The PayOS sandbox cannot listen on %s:%d (is it in use?)"
                            .formatted(host, port),
                    taken);
        }
    }

    String baseUrl() {
        return "http://%s:%d"
                .formatted(
                        host.equals(ANY_HOST) ? "127.0.0.1" : host, server.getAddress().getPort());
    }

    void open(HttpHandler api, PayosSandbox sandbox) {
        Controls controls = new Controls(sandbox);
        FrontPage front = new FrontPage(sandbox, controls);
        server.createContext(
                "/",
                exchange -> {
                    HttpHandler handler =
                            exchange.getRequestURI().getPath().equals("/") ? front : api;
                    handler.handle(exchange);
                });
        server.createContext(FrontPage.PANEL, front);
        server.createContext(PayPage.PREFIX, new PayPage(sandbox));
        server.createContext(ControlApi.PREFIX, new ControlApi(controls));
        server.setExecutor(workers);
        startInBackground();
    }

    /** The listening thread inherits from its starter that it does not keep the process alive. */
    private void startInBackground() {
        try {
            Thread.ofPlatform().daemon().name("sandbox-start").start(server::start).join();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
