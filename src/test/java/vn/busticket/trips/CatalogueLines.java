package vn.busticket.trips;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Reads the catalogue's files for the tests that look into them. */
final class CatalogueLines {

    private CatalogueLines() {}

    static List<CSVRecord> read(String file) {
        var format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
        var stream = Objects.requireNonNull(CatalogueLines.class.getResourceAsStream(file));
        try (var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            return format.parse(reader).getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, List<CSVRecord>> stopsByRoute() {
        return read("/catalogue/route_stops.csv").stream().collect(groupingBy(by("route_code")));
    }

    static List<String> codes(List<CSVRecord> journey) {
        return journey.stream().map(by("stop_code")).toList();
    }

    static int number(CSVRecord line, String column) {
        return Integer.parseInt(line.get(column));
    }

    static <V> V known(Map<String, V> byKey, String key) {
        return Objects.requireNonNull(byKey.get(key), key);
    }

    static List<CSVRecord> where(List<CSVRecord> lines, String column, String value) {
        return lines.stream().filter(line -> line.get(column).equals(value)).toList();
    }

    static Set<String> values(List<CSVRecord> lines, String column) {
        return lines.stream().map(by(column)).collect(toSet());
    }

    static Function<CSVRecord, String> by(String... columns) {
        return line -> Arrays.stream(columns).map(line::get).collect(joining(" "));
    }
}
