package vn.busticket.payments;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.busticket.scheduling.RecurringJob;

/** The settings and jobs of this room. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PaymentsProperties.class)
class PaymentsConfiguration {

    @Bean
    RecurringJob reconcilePayments() {
        return RecurringJob.every(ReconcilePaymentsJob.class, "0/2 * * * * ?");
    }

    @Bean
    RecurringJob settleTransactions() {
        return RecurringJob.every(SettleTransactionsJob.class, "1/3 * * * * ?");
    }

    @Bean
    RecurringJob reconcileNightly() {
        return RecurringJob.every(ReconcileNightlyJob.class, "0 30 2 * * ?");
    }

    @Bean
    RecurringJob continueReconciliation() {
        return RecurringJob.every(ContinueReconciliationJob.class, "3/5 * * * * ?");
    }

    @Bean
    RecurringJob measureMoney() {
        return RecurringJob.every(MeasureMoneyJob.class, "40 3/10 * * * ?");
    }
}
