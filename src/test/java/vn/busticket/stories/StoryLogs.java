package vn.busticket.stories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/**
 * What the processes of this run of the stories print, kept until the next run. The stories of one
 * run are told by several processes, which know the run by its name.
 */
final class StoryLogs {

    private static final Path RUNS = Path.of("target", "story-logs");
    private static final Path RUN = RUNS.resolve(System.getProperty("busticket.run", "by-hand"));

    private StoryLogs() {}

    /** An empty file for one more process of ours; those of earlier runs are cleared away. */
    static Path fresh() throws IOException {
        Files.createDirectories(RUN);
        for (var run : in(RUNS)) {
            if (!run.equals(RUN)) {
                FileSystemUtils.deleteRecursively(run.toFile());
            }
        }
        return Files.createTempFile(RUN, "node-", ".log");
    }

    /** Every file of this run. */
    static List<Path> all() {
        return in(RUN);
    }

    private static List<Path> in(Path folder) {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
