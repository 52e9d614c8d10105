package vn.busticket.trips;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A catalogue with bad lines, of which nothing was imported; the message names each of them. */
public class CatalogueRefused extends RuntimeException {

    private final transient List<BadLine> badLines;

    CatalogueRefused(String source, List<BadLine> badLines) {
        super(
                badLines.stream()
                        .sorted(
                                Comparator.comparing(BadLine::file)
                                        .thenComparingLong(BadLine::line))
                        .map(line -> "\n  " + line)
                        .collect(
                                Collectors.joining(
                                        "",
                                        "Nothing was imported from %s, bad lines: %d"
                                                .formatted(source, badLines.size()),
                                        "")));
        this.badLines = List.copyOf(badLines);
    }

    CatalogueRefused(Path folder) {
        super("CATALOGUE_IMPORT_DIR names no folder: " + folder.toAbsolutePath());
        this.badLines = List.of();
    }

    List<BadLine> badLines() {
        return badLines;
    }
}
