package vn.busticket.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every promise of the product has a test that carries its number. */
class PromisesTest {

    private static final Pattern PROMISE = Pattern.compile("(?m)^- \\*\\*(P\\d+\\.\\d+)\\*\\*");
    private static final Pattern TAG = Pattern.compile("@Tag\\(\"(P\\d+\\.\\d+)\"\\)");

    @Test
    void everyPromiseHasATest() throws IOException {
        var promised = found(PROMISE, Files.readString(Path.of("src/test/resources/promises.md")));
        assertThat(tagged()).containsAll(promised);
    }

    private static Set<String> tagged() throws IOException {
        try (var files = Files.walk(Path.of("src/test/java"))) {
            var all = new TreeSet<String>();
            files.filter(file -> file.toString().endsWith(".java"))
                    .forEach(file -> all.addAll(found(TAG, read(file))));
            return all;
        }
    }

    private static Set<String> found(Pattern pattern, String text) {
        var numbers = new TreeSet<String>();
        pattern.matcher(text).results().forEach(match -> numbers.add(match.group(1)));
        return numbers;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
