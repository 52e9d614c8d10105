package vn.busticket.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of a demo that was killed. */
class DemoDatabaseTest {

    @Test
    void aServerThatWasFoundRunningEndsWithTheDemoAndNoOtherDoes(@TempDir Path folder)
            throws Exception {
        var data = folder.resolve("ours");
        var left = leftBehind(data);
        var ours = new DemoDatabase(data, left.getPort());
        assertThat(ours.start()).contains(":" + left.getPort() + "/busticket");

        var stranger = Files.createDirectories(folder.resolve("stranger"));
        Files.copy(data.resolve("postmaster.pid"), stranger.resolve("postmaster.pid"));
        new DemoDatabase(stranger, left.getPort()).stop();
        assertThat(ours.start()).isNotEmpty();

        var process = processOf(data);
        ours.stop();
        process.onExit().get(20, TimeUnit.SECONDS);
        assertThat(process.isAlive()).isFalse();
        ours.stop();
    }

    /** A server on its own, as kill -9 of the demo leaves it. */
    private static EmbeddedPostgres leftBehind(Path data) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .start();
    }

    private static ProcessHandle processOf(Path data) throws IOException {
        var pid = Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }
}
