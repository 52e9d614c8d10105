package vn.busticket.cluster;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.busticket.scheduling.RecurringJob;

/** The jobs of this room. */
@Configuration(proxyBeanMethods = false)
class ClusterConfiguration {

    @Bean
    RecurringJob forgetOldLimits() {
        return RecurringJob.every(ForgetOldLimitsJob.class, "0 7/15 * * * ?");
    }
}
