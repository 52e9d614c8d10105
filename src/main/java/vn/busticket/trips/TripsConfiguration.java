package vn.busticket.trips;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.busticket.scheduling.RecurringJob;

/** The jobs and settings of this room. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CatalogueProperties.class)
class TripsConfiguration {

    @Bean
    RecurringJob generateTrips() {
        return RecurringJob.every(GenerateTripsJob.class, "0 7 * * * ?");
    }
}
