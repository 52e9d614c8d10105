package vn.busticket.payments;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.busticket.scheduling.RecurringJob;

/** The settings and jobs of refunds. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RefundProperties.class)
class RefundsConfiguration {

    @Bean
    RecurringJob sendRefunds() {
        return RecurringJob.every(SendRefundsJob.class, "3/10 * * * * ?");
    }

    @Bean
    RecurringJob checkRefunds() {
        return RecurringJob.every(CheckRefundsJob.class, "4/5 * * * * ?");
    }

    @Bean
    RecurringJob sealAgain() {
        return RecurringJob.every(SealAgainJob.class, "0 40 2 * * ?");
    }
}
