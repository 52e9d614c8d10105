package vn.busticket.trips;

import java.io.IOException;
import java.io.StringReader;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** Copies parsed lines into temporary tables that end with the transaction. */
@Component
class CatalogueStaging {

    private static final CSVFormat COPY =
            CSVFormat.RFC4180
                    .builder()
                    .setQuoteMode(QuoteMode.ALL_NON_NULL)
                    .setRecordSeparator('\n')
                    .get();

    private final JdbcOperations jdbc;

    CatalogueStaging(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    void fill(CatalogueFile file, List<CatalogueParser.Line> lines) {
        jdbc.execute(file.stagingTableDefinition());
        jdbc.execute(
                (ConnectionCallback<Long>)
                        connection -> {
                            try {
                                return connection
                                        .unwrap(PGConnection.class)
                                        .getCopyAPI()
                                        .copyIn(
                                                "copy "
                                                        + file.stagingTable()
                                                        + " from stdin with (format csv)",
                                                new StringReader(csv(lines)));
                            } catch (IOException cut) {
                                throw new SQLException("Lines were not copied", cut);
                            }
                        });
        jdbc.execute("analyze " + file.stagingTable());
    }

    private static String csv(List<CatalogueParser.Line> lines) throws IOException {
        var text = new StringBuilder();
        try (var printer = new CSVPrinter(text, COPY)) {
            for (var line : lines) {
                var values = new ArrayList<@Nullable String>();
                values.add(Long.toString(line.number()));
                line.values().forEach(value -> values.add(value.isEmpty() ? null : value));
                printer.printRecord(values);
            }
        }
        return text.toString();
    }
}
