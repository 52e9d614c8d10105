package vn.busticket.notifications.twilio;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sends text messages where an account at Twilio is given. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TwilioProperties.class)
class TwilioConfiguration {

    @Bean
    @Nullable TwilioSender twilioSender(TwilioProperties properties) {
        return properties.given() ? new TwilioSender(properties) : null;
    }
}
