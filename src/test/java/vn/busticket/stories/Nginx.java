package vn.busticket.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * The proxy in front of several processes, as Debian packs it: a cookie keeps a person at one
 * process; when that one is away, another takes over.
 */
final class Nginx implements AutoCloseable {

    static final String COOKIE = "node";

    private static final String MISSING =
            "These stories need nginx in front of the processes. Install it (Debian: apt-get install nginx-light) or name it in NGINX_PATH.";

    private static final String CONFIGURATION =
            """
            daemon off;
            %s
            worker_processes 1;
            pid %2$s/pid;
            error_log %2$s/error.log;
            events { worker_connections 2048; }
            http {
              access_log off;
              client_body_temp_path %2$s/body;
              proxy_temp_path %2$s/proxy;
              fastcgi_temp_path %2$s/fastcgi;
              uwsgi_temp_path %2$s/uwsgi;
              scgi_temp_path %2$s/scgi;
              map $http_upgrade $connection_upgrade { default upgrade; '' ''; }
              upstream any { %4$s }
            %5$s
              map $cookie_node $chosen { default any; %6$s }
              map $upstream_addr $served { default ''; %7$s }
              map "$cookie_node=$served" $remember {
                default "node=$served; Path=/; HttpOnly; SameSite=Lax";
                "~^(.*)=\\1$" '';
              }
              server {
                listen 127.0.0.1:%3$d;
                location / {
                  proxy_pass http://$chosen;
                  proxy_http_version 1.1;
                  proxy_connect_timeout 2s;
                  proxy_set_header Host $http_host;
                  proxy_set_header Upgrade $http_upgrade;
                  proxy_set_header Connection $connection_upgrade;
                  proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
                  add_header Set-Cookie $remember always;
                }
              }
            }
            """;

    private final Process process;
    private final Path folder;
    private final int port;

    private Nginx(Process process, Path folder, int port) {
        this.process = process;
        this.folder = folder;
        this.port = port;
    }

    /** Where nginx is installed, if it is. */
    static Optional<Path> installed() {
        var named = Optional.ofNullable(System.getenv("NGINX_PATH")).stream();
        return Stream.concat(named, Stream.of("/usr/sbin/nginx", "/usr/local/sbin/nginx"))
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Starts it on a port, in front of the processes on those ports.
     *
     * @throws IllegalStateException saying how to install it, where it is missing
     */
    static Nginx inFrontOf(int port, List<Integer> nodes) throws IOException, InterruptedException {
        var program = installed().orElseThrow(() -> new IllegalStateException(MISSING));
        var folder = Files.createTempDirectory("busticket-nginx-");
        var file = Files.writeString(folder.resolve("nginx.conf"), words(folder, port, nodes));
        var process =
                new ProcessBuilder(
                                program.toString(),
                                "-c",
                                file.toString(),
                                "-e",
                                folder.resolve("error.log").toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("said").toFile())
                        .start();
        var nginx = new Nginx(process, folder, port);
        Mailbox.waitUntil(nginx::listens, Duration.ofSeconds(10));
        assertThat(nginx.listens()).as(Files.readString(folder.resolve("said"))).isTrue();
        return nginx;
    }

    String address() {
        return "http://localhost:" + port;
    }

    /** The value of the cookie that keeps a person at that process. */
    static String name(int node) {
        return "n" + node;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        FileSystemUtils.deleteRecursively(folder.toFile());
    }

    private boolean listens() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static String words(Path folder, int port, List<Integer> nodes) {
        var numbers = IntStream.range(0, nodes.size()).boxed().toList();
        return CONFIGURATION.formatted(
                "root".equals(System.getProperty("user.name")) ? "user root;" : "",
                folder,
                port,
                nodes.stream().map(Nginx::server).collect(Collectors.joining(" ")),
                numbers.stream()
                        .map(node -> upstream(node, nodes))
                        .collect(Collectors.joining("\n")),
                numbers.stream()
                        .map(node -> name(node) + " " + name(node) + ";")
                        .collect(Collectors.joining(" ")),
                numbers.stream()
                        .map(node -> "\"~:%d$\" %s;".formatted(nodes.get(node), name(node)))
                        .collect(Collectors.joining(" ")));
    }

    /** One process, and the others for the time in which it is away. */
    private static String upstream(int node, List<Integer> nodes) {
        var others =
                nodes.stream()
                        .filter(other -> !other.equals(nodes.get(node)))
                        .map(other ->
                                "server 127.0.0.1:%d backup max_fails=1 fail_timeout=1s;"
                                        .formatted(other))
                        .collect(Collectors.joining(" "));
        return "  upstream %s { %s %s }".formatted(name(node), server(nodes.get(node)), others);
    }

    private static String server(int port) {
        return "server 127.0.0.1:%d max_fails=1 fail_timeout=1s;".formatted(port);
    }
}
