package vn.busticket.trips;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads the files of one source line by line and collects every bad line among them. */
final class CatalogueParser {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .setIgnoreSurroundingSpaces(true)
                    .setIgnoreEmptyLines(true)
                    .setTrim(true)
                    .get();
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Map<String, Set<String>> codes = new HashMap<>();
    private final Map<CatalogueFile, List<Line>> lines = new EnumMap<>(CatalogueFile.class);
    private final List<BadLine> badLines = new ArrayList<>();

    /**
     * A line as it was read.
     *
     * @param values in the order of the file's columns, empty where nothing is written
     */
    record Line(long number, List<String> values) {}

    /**
     * @param storedCodes codes that are known already, by the plain name of their file
     */
    CatalogueParser(Map<String, Set<String>> storedCodes) {
        storedCodes.forEach((file, known) -> codes.put(file, new HashSet<>(known)));
    }

    /** Reads a whole source; what is wrong with it is in {@link #badLines}. */
    void parse(CatalogueSource source) {
        source.strangers()
                .forEach(name -> badLines.add(new BadLine(name, 1, "no file of a catalogue")));
        source.texts().forEach(this::read);
        lines.forEach(this::check);
    }

    Map<CatalogueFile, List<Line>> lines() {
        return lines;
    }

    List<BadLine> badLines() {
        return badLines;
    }

    private void read(CatalogueFile file, String text) {
        var found = new ArrayList<Line>();
        long lastLine = 1;
        try (var parser = CSVParser.parse(new StringReader(withoutMark(text)), FORMAT)) {
            if (!hasHeaderOf(file, parser.getHeaderNames())) {
                return;
            }
            for (var line : parser) {
                lastLine = parser.getCurrentLineNumber();
                found.add(new Line(lastLine, values(file, line, lastLine)));
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException unreadable) {
            badLines.add(
                    new BadLine(file.fileName(), lastLine, "cannot be read from here on as CSV"));
        }
        lines.put(file, found);
        if (file.hasCodes()) {
            var known = codes.computeIfAbsent(file.plainName(), _ -> new HashSet<>());
            found.forEach(line -> known.add(line.values().getFirst()));
        }
    }

    private boolean hasHeaderOf(CatalogueFile file, List<String> header) {
        var expected = file.columns().stream().map(CatalogueColumn::name).toList();
        if (header.size() == expected.size() && new HashSet<>(header).containsAll(expected)) {
            return true;
        }
        badLines.add(
                new BadLine(
                        file.fileName(),
                        1,
                        "the first line must name the columns " + String.join(",", expected)));
        return false;
    }

    private List<String> values(CatalogueFile file, CSVRecord line, long number) {
        if (!line.isConsistent()) {
            var fault = "%d values for %d columns".formatted(line.size(), file.columns().size());
            badLines.add(new BadLine(file.fileName(), number, fault));
        }
        return file.columns().stream()
                .map(column -> line.isSet(column.name()) ? line.get(column.name()) : "")
                .toList();
    }

    private void check(CatalogueFile file, List<Line> found) {
        var seen = new HashMap<List<String>, Long>();
        for (var line : found) {
            var faults = faults(file, line);
            var key = line.values().subList(0, file.keyColumns().size());
            var earlier = seen.putIfAbsent(key, line.number());
            if (earlier != null) {
                faults.add("the same %s as line %d".formatted(keyNames(file), earlier));
            }
            faults.forEach(
                    fault -> badLines.add(new BadLine(file.fileName(), line.number(), fault)));
        }
    }

    private List<String> faults(CatalogueFile file, Line line) {
        var faults = new ArrayList<String>();
        for (int i = 0; i < file.columns().size(); i++) {
            var column = file.columns().get(i);
            var value = line.values().get(i);
            if (value.isEmpty()) {
                if (column.required()) {
                    faults.add(column.name() + " is missing");
                }
                continue;
            }
            column.faultOf(value).ifPresent(faults::add);
            column.refersTo()
                    .filter(other -> !codes.getOrDefault(other, Set.of()).contains(value))
                    .ifPresent(other ->
                            faults.add(
                                    "%s is not known in %s: %s"
                                            .formatted(column.name(), other, value)));
        }
        return faults;
    }

    private static String keyNames(CatalogueFile file) {
        return file.keyColumns().stream()
                .map(CatalogueColumn::name)
                .collect(Collectors.joining(" and "));
    }

    private static String withoutMark(String text) {
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }
}
