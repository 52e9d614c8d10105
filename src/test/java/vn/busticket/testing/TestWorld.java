package vn.busticket.testing;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** The world around the application in tests. */
@TestConfiguration(proxyBeanMethods = false)
public class TestWorld {

    @Bean
    JdbcConnectionDetails testDatabase() {
        return TestDatabase.create();
    }

    @Bean
    DynamicPropertyRegistrar mailServer() {
        return properties -> {
            properties.add("busticket.email.smtp-port", MailServer::port);
            properties.add("busticket.bounces.imap-url", MailServer::bounceMailbox);
        };
    }

    @Bean
    SettableClock clock() {
        return new SettableClock();
    }
}
