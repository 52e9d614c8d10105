package vn.busticket.scheduling;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The clock that every room shares, and the job of this room. */
@Configuration(proxyBeanMethods = false)
class SchedulingConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock(JdbcClient database) {
        return new DatabaseClock(database);
    }

    @Bean
    RecurringJob keepLogs() {
        return RecurringJob.every(KeepLogsJob.class, "40 9/15 * * * ?");
    }
}
