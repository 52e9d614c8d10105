package vn.busticket.trips;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Brings the catalogue up to date while the application starts, before anything is served; a
 * catalogue with bad lines stops the start.
 */
@Component
class CatalogueStart implements SmartLifecycle {

    private final CatalogueImport catalogueImport;
    private final TripGenerator generator;
    private final CatalogueProperties properties;
    private volatile boolean running;

    CatalogueStart(
            CatalogueImport catalogueImport,
            TripGenerator generator,
            CatalogueProperties properties) {
        this.catalogueImport = catalogueImport;
        this.generator = generator;
        this.properties = properties;
    }

    @Override
    public void start() {
        catalogueImport.importAll(
                CatalogueSource.shipped(), properties.folder().map(CatalogueSource::folder));
        generator.generate();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 0;
    }
}
