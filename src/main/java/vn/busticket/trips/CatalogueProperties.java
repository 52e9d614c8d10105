package vn.busticket.trips;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the catalogue comes from and how far ahead it is sold.
 *
 * @param importDir folder with catalogue files, read at start; empty for none
 * @param daysOnSale for how many days, today among them, trips are made from schedules
 */
@Validated
@ConfigurationProperties("busticket.catalogue")
record CatalogueProperties(
        @DefaultValue("") String importDir, @DefaultValue("30") @Min(1) @Max(366) int daysOnSale) {

    Optional<Path> folder() {
        return importDir.isBlank() ? Optional.empty() : Optional.of(Path.of(importDir.strip()));
    }
}
