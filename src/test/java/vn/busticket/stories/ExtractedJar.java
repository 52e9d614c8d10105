package vn.busticket.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The packaged application beside its libraries, as the image has it: it starts in two thirds of
 * the time of the jar that holds them all.
 */
final class ExtractedJar {

    static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private static final Path PACKAGED =
            Path.of(System.getProperty("busticket.jar", "target/busticket.jar")).toAbsolutePath();

    private static @Nullable Path extracted;

    private ExtractedJar() {}

    /** Extracts it before its first use, into a folder that other processes of tests do not use. */
    static synchronized Path ofThisRun() throws IOException, InterruptedException {
        if (extracted == null) {
            var folder =
                    Path.of(System.getProperty("busticket.extracted", "target/extracted-1"))
                            .toAbsolutePath();
            extract(folder);
            extracted = folder.resolve(PACKAGED.getFileName());
        }
        return extracted;
    }

    private static void extract(Path folder) throws IOException, InterruptedException {
        var extracting =
                new ProcessBuilder(
                                JAVA,
                                "-Djarmode=tools",
                                "-jar",
                                PACKAGED.toString(),
                                "extract",
                                "--force",
                                "--destination",
                                folder.toString())
                        .redirectErrorStream(true)
                        .start();
        var said = new String(extracting.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(extracting.waitFor()).as(said).isZero();
    }
}
