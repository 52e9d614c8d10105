package vn.busticket.analytics;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.busticket.scheduling.RecurringJob;

/** The jobs of this room. */
@Configuration(proxyBeanMethods = false)
class AnalyticsConfiguration {

    @Bean
    RecurringJob foldSales() {
        return RecurringJob.every(FoldSalesJob.class, "4/10 * * * * ?");
    }
}
