package vn.busticket.stories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the processes of this run of the stories print, kept until the next run. */
final class StoryLogs {

    private static final Path FOLDER = Path.of("target", "story-logs");

    private static boolean begun;

    private StoryLogs() {}

    /** An empty file for one more process; the first one clears away those of the last run. */
    static synchronized Path fresh() throws IOException {
        if (!begun) {
            all().forEach(StoryLogs::delete);
            begun = true;
        }
        Files.createDirectories(FOLDER);
        return Files.createTempFile(FOLDER, "node-", ".log");
    }

    /** Every file of the last run. */
    static List<Path> all() {
        if (Files.notExists(FOLDER)) {
            return List.of();
        }
        try (var files = Files.list(FOLDER)) {
            return files.toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void delete(Path old) {
        try {
            Files.delete(old);
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }
}
