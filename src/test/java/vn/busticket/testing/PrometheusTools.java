package vn.busticket.testing;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Prometheus' own programs, as the machine has them. */
public final class PrometheusTools {

    /** All that are asked for: Debian's packages prometheus and prometheus-alertmanager. */
    static final List<String> NAMES =
            List.of("promtool", "amtool", "prometheus", "prometheus-alertmanager");

    private PrometheusTools() {}

    /** What a program printed and how it ended. */
    public record Outcome(int exit, String printed) {}

    /** Where a program is, if it is installed. */
    public static Optional<Path> find(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Runs a program to its end. */
    public static Outcome run(String name, String... arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(find(name).orElseThrow().toString()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), printed);
    }
}
