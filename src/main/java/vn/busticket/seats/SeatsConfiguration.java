package vn.busticket.seats;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.busticket.scheduling.RecurringJob;

/** The settings and jobs of this room. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SeatProperties.class)
class SeatsConfiguration {

    @Bean
    RecurringJob releaseOverdueHolds() {
        return RecurringJob.every(ReleaseOverdueHoldsJob.class, "0/2 * * * * ?");
    }
}
