package vn.busticket.trips;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.busticket.cluster.ClusterNotices;
import vn.busticket.shared.SqlTime;

/**
 * Takes catalogue files into the database: what is new is added, what has changed is brought up to
 * date, what is as it was stays untouched, nothing is removed. A source with one bad line changes
 * nothing.
 */
@Component
class CatalogueImport {

    private static final Logger log = LoggerFactory.getLogger(CatalogueImport.class);

    private final JdbcClient jdbc;
    private final CatalogueStaging staging;
    private final TransactionOperations transactions;
    private final Catalogue catalogue;
    private final ClusterNotices notices;
    private final Clock clock;

    CatalogueImport(
            JdbcClient jdbc,
            CatalogueStaging staging,
            TransactionOperations transactions,
            Catalogue catalogue,
            ClusterNotices notices,
            Clock clock) {
        this.jdbc = jdbc;
        this.staging = staging;
        this.transactions = transactions;
        this.catalogue = catalogue;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * Takes the shipped files, then those of a folder, unless both are as they were the last time.
     * Nodes that start together do it one after the other, and the second finds nothing to do.
     *
     * @return true if something was imported
     * @throws CatalogueRefused naming all bad lines of the first source that has any
     */
    boolean importAll(CatalogueSource shipped, Optional<CatalogueSource> folder) {
        var shippedHash = shipped.contentHash();
        boolean changed = importUnlessKnown("shipped", shipped, shippedHash);
        if (folder.isPresent()) {
            var hash = shippedHash + folder.get().contentHash();
            changed |= importUnlessKnown("folder", folder.get(), hash);
        }
        if (changed) {
            catalogue.forget();
        }
        return changed;
    }

    private boolean importUnlessKnown(String name, CatalogueSource source, String contentHash) {
        return Boolean.TRUE.equals(
                transactions.execute(_ -> {
                    lock();
                    if (isKnown(name, contentHash) && source.strangers().isEmpty()) {
                        return false;
                    }
                    take(source);
                    remember(name, contentHash);
                    notices.publish(Catalogue.TOPIC, ClusterNotices.ALL);
                    return true;
                }));
    }

    private void take(CatalogueSource source) {
        var parser = new CatalogueParser(storedCodes());
        parser.parse(source);
        refuseIfAny(source, parser.badLines());
        var badLines = new ArrayList<BadLine>();
        parser.lines()
                .forEach((file, lines) -> {
                    staging.fill(file, lines);
                    badLines.addAll(merge(file));
                });
        refuseIfAny(source, badLines);
        log.info(
                "catalogue imported source=\"{}\" lines={}",
                source.name(),
                parser.lines().values().stream().mapToInt(List::size).sum());
    }

    private List<BadLine> merge(CatalogueFile file) {
        var badLines = new ArrayList<BadLine>();
        for (var step : stepsOf(file)) {
            switch (step) {
                case MergeStep.Check check ->
                        jdbc.sql(check.sql()).query(Long.class).list().stream()
                                .filter(line -> line != null)
                                .map(line -> new BadLine(file.fileName(), line, check.fault()))
                                .forEach(badLines::add);
                case MergeStep.Derive derive -> update(derive.sql());
                case MergeStep.Merge merge -> {
                    if (badLines.isEmpty()) {
                        update(merge.sql());
                    }
                }
            }
        }
        return badLines;
    }

    private void update(String sql) {
        jdbc.sql(sql).param("now", SqlTime.of(clock.instant())).update();
    }

    private static List<MergeStep> stepsOf(CatalogueFile file) {
        return switch (file) {
            case PLACES -> ReferenceMerge.PLACES;
            case STOPS -> ReferenceMerge.STOPS;
            case BUS_TYPES -> ReferenceMerge.BUS_TYPES;
            case LAYOUTS -> ReferenceMerge.LAYOUTS;
            case ROUTES -> ReferenceMerge.ROUTES;
            case ROUTE_STOPS -> ReferenceMerge.ROUTE_STOPS;
            case OPERATORS -> OfferMerge.OPERATORS;
            case BUSES -> OfferMerge.BUSES;
            case TARIFFS -> OfferMerge.TARIFFS;
            case SCHEDULES -> OfferMerge.SCHEDULES;
            case SCHEDULE_EXCEPTIONS -> OfferMerge.SCHEDULE_EXCEPTIONS;
            case TRIPS -> OfferMerge.TRIPS;
            case HOLIDAYS -> PolicyMerge.HOLIDAYS;
            case POLICIES -> PolicyMerge.POLICIES;
        };
    }

    private static void refuseIfAny(CatalogueSource source, List<BadLine> badLines) {
        if (!badLines.isEmpty()) {
            throw new CatalogueRefused(source.name(), badLines);
        }
    }

    private void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('catalogue'))").query(row -> {});
    }

    private boolean isKnown(String name, String contentHash) {
        return jdbc.sql("select content_hash from catalogue_source where name = :name")
                .param("name", name)
                .query(String.class)
                .optional()
                .filter(contentHash::equals)
                .isPresent();
    }

    private void remember(String name, String contentHash) {
        jdbc.sql(
                        """
                        insert into catalogue_source (name, content_hash, imported_at)
                        values (:name, :contentHash, :now)
                        on conflict (name) do update
                            set content_hash = excluded.content_hash, imported_at = excluded.imported_at
                        """)
                .param("name", name)
                .param("contentHash", contentHash)
                .param("now", SqlTime.of(clock.instant()))
                .update();
    }

    private Map<String, Set<String>> storedCodes() {
        return Arrays.stream(CatalogueFile.values())
                .filter(CatalogueFile::hasCodes)
                .collect(
                        toMap(
                                CatalogueFile::plainName,
                                file ->
                                        new HashSet<>(
                                                jdbc.sql("select code from " + file.table())
                                                        .query(String.class)
                                                        .list())));
    }
}
