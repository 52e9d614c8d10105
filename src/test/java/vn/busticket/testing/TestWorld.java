package vn.busticket.testing;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** The world around the application in tests. */
@TestConfiguration(proxyBeanMethods = false)
public class TestWorld {

    @Bean
    JdbcConnectionDetails testDatabase() {
        return TestDatabase.create();
    }

    @Bean
    SettableClock clock() {
        return new SettableClock();
    }
}
