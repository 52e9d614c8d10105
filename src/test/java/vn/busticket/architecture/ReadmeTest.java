package vn.busticket.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The README names only what exists. */
class ReadmeTest {

    private static final Pattern CLASS =
            Pattern.compile("`([A-Z][a-z]+[A-Za-z]*[a-z])(?:\\.[a-z]+)?`");

    @Test
    void everyClassThatTheReadmeNamesExists() throws IOException {
        var named = new TreeSet<String>();
        CLASS.matcher(Files.readString(Path.of("README.md")))
                .results()
                .forEach(match -> named.add(match.group(1)));
        assertThat(named).isNotEmpty();
        try (var files = Files.walk(Path.of("src"))) {
            var existing =
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".java"))
                            .map(name -> name.replace(".java", ""))
                            .collect(Collectors.toSet());
            assertThat(existing).containsAll(named);
        }
    }

    @Test
    void everySettingIsInTheExample() throws IOException {
        var yaml = Files.readString(Path.of("src/main/resources/application.yaml"));
        var example = Files.readString(Path.of(".env.example"));
        var names = new TreeSet<String>();
        Pattern.compile("\\$\\{([A-Z][A-Z0-9_]+)")
                .matcher(yaml)
                .results()
                .forEach(match -> names.add(match.group(1)));
        assertThat(names).allSatisfy(name -> assertThat(example).contains(name));
    }
}
