package vn.busticket.scheduling;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The clock that every room shares. */
@Configuration(proxyBeanMethods = false)
class SchedulingConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock(JdbcClient database) {
        return new DatabaseClock(database);
    }
}
