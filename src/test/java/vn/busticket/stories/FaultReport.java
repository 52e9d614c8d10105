package vn.busticket.stories;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Writes a line for each fault that was tried: which, how long it took, and whether all was whole.
 */
final class FaultReport implements BeforeTestExecutionCallback, AfterTestExecutionCallback {

    private static final Path FILE =
            Path.of("target", "faults-" + System.getProperty("busticket.run", "by-hand") + ".txt");
    private static final Namespace OURS = Namespace.create(FaultReport.class);

    /** The lines of this run. */
    static List<String> lines() throws IOException {
        return Files.exists(FILE) ? Files.readAllLines(FILE) : List.of();
    }

    @Override
    public void beforeTestExecution(ExtensionContext context) {
        context.getStore(OURS).put("begin", System.nanoTime());
    }

    @Override
    public void afterTestExecution(ExtensionContext context) throws IOException {
        var begin = context.getStore(OURS).getOrDefault("begin", Long.class, System.nanoTime());
        var line =
                "%-100s %5d s  %s"
                        .formatted(
                                inWords(context.getRequiredTestMethod().getName()),
                                (System.nanoTime() - begin) / 1_000_000_000,
                                context.getExecutionException()
                                        .map(failed -> "FAILED")
                                        .orElse("invariants whole"));
        Files.writeString(FILE, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** {@code theMailServerIsSlow} as "the mail server is slow". */
    private static String inWords(String method) {
        return method.replaceAll("([A-Z]|[0-9]+)", " $1").toLowerCase(Locale.ROOT);
    }
}
