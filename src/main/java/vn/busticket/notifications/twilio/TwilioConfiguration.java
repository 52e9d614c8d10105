package vn.busticket.notifications.twilio;

import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sends text messages where an account at Twilio is given. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TwilioProperties.class)
class TwilioConfiguration {

    @Bean
    @ConditionalOnExpression("!'${busticket.twilio.account-sid:}'.isBlank()")
    TwilioSender twilioSender(TwilioProperties properties) {
        return new TwilioSender(properties);
    }
}
