package vn.busticket.notifications;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.busticket.scheduling.RecurringJob;

/** What recipients want and what comes back from them: settings and jobs. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
    ReminderProperties.class,
    QuietHoursProperties.class,
    BounceProperties.class
})
class RecipientsConfiguration {

    @Bean
    Channels channels(@Value("${busticket.twilio.account-sid:}") String smsAccount) {
        return new Channels(!smsAccount.isBlank());
    }

    @Bean
    QuietHours quietHours(QuietHoursProperties properties) {
        return properties.hours();
    }

    @Bean
    RecurringJob queueReminders() {
        return RecurringJob.every(QueueRemindersJob.class, "7/10 * * * * ?");
    }

    @Bean
    RecurringJob readBounces() {
        return RecurringJob.every(ReadBouncesJob.class, "23 * * * * ?");
    }
}
