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

    @Bean
    RecurringJob storeFunnel() {
        return RecurringJob.every(StoreFunnelJob.class, "7/10 * * * * ?");
    }

    @Bean
    RecurringJob keepFacts() {
        return RecurringJob.every(KeepFactsJob.class, "20 4/15 * * * ?");
    }

    @Bean
    RecurringJob proveSales() {
        return RecurringJob.every(ProveSalesJob.class, "0 45 3 * * ?");
    }
}
