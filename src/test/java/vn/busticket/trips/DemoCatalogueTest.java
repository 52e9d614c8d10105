package vn.busticket.trips;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.busticket.testing.ApplicationTest;

@Tag("P1.1")
class DemoCatalogueTest extends ApplicationTest {

    private static final Path FOLDER = Path.of("src/test/resources/demo-catalogue");

    @Autowired private CatalogueImport catalogueImport;

    @Test
    void fillsThirtyDaysWithFiveHundredTripsEach() {
        catalogueImport.importAll(
                CatalogueSource.shipped(), Optional.of(CatalogueSource.folder(FOLDER)));
        run(GenerateTripsJob.class);

        var days =
                database.sql(
                                """
                                select count(*) from trip
                                where service_day > date '2026-11-23' and schedule_id is not null
                                group by service_day
                                """)
                        .query(Long.class)
                        .list();
        assertThat(days).hasSize(29).allMatch(trips -> trips >= 500);
    }
}
