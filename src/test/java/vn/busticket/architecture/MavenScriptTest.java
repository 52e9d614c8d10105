package vn.busticket.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code mvnw} builds Vaadin Charts in where a licence is present, and nowhere else. */
@Tag("P9.1")
class MavenScriptTest {

    private static final String PROFILE = "-Pvaadin-charts";

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path home;

    @BeforeEach
    void putAMavenThatOnlySaysWhatItWasAsked() throws IOException {
        var maven = Files.createDirectories(home.resolve("bin")).resolve("mvn");
        Files.writeString(maven, "#!/bin/sh\necho \"$@\"\n");
        assertThat(maven.toFile().setExecutable(true)).isTrue();
    }

    @Test
    void withoutALicenceNothingIsAdded() throws IOException, InterruptedException {
        assertThat(asked("")).isEqualTo("verify");
    }

    @Test
    void aLicenceInTheHomeFolderAddsTheProfile() throws IOException, InterruptedException {
        var folder = Files.createDirectories(home.resolve(".vaadin"));
        Files.writeString(folder.resolve("proKey"), "{}");
        assertThat(asked("")).isEqualTo(PROFILE + " verify");
    }

    @Test
    void aLicenceInTheEnvironmentAddsTheProfile() throws IOException, InterruptedException {
        assertThat(asked("someone/pro-1")).isEqualTo(PROFILE + " verify");
    }

    private String asked(String key) throws IOException, InterruptedException {
        var process = new ProcessBuilder("./mvnw", "verify").redirectErrorStream(true);
        var environment = process.environment();
        environment.put("HOME", home.toString());
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("PATH", home.resolve("bin") + ":" + System.getenv("PATH"));
        for (var name : new String[] {"VAADIN_PRO_KEY", "VAADIN_OFFLINE_KEY", "VAADIN_KEY"}) {
            environment.remove(name);
        }
        if (!key.isEmpty()) {
            environment.put("VAADIN_PRO_KEY", key);
        }
        var running = process.start();
        var said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(running.waitFor()).as(said).isZero();
        return said.strip();
    }
}
