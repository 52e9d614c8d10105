package vn.busticket.notifications;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.busticket.documents.Imprint;
import vn.busticket.documents.Templates;
import vn.busticket.scheduling.MonthlyLog;
import vn.busticket.scheduling.RecurringJob;

/** The settings, the sender and the job of this room. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({EmailProperties.class, OutboxProperties.class})
class NotificationsConfiguration {

    @Bean
    SmtpMessageSender smtpMessageSender(EmailProperties properties) {
        return new SmtpMessageSender(
                properties.from(), properties.envelopeSender(), properties.server());
    }

    @Bean
    LetterWriter letterWriter(Templates templates, Imprint imprint) {
        return new LetterWriter(templates, imprint);
    }

    @Bean
    SmsWriter smsWriter() {
        return new SmsWriter();
    }

    @Bean
    MonthlyLog notificationAttemptsByMonth() {
        return new MonthlyLog("notification_attempt");
    }

    @Bean
    RecurringJob sendNotifications() {
        return RecurringJob.every(SendNotificationsJob.class, "0/5 * * * * ?");
    }

    @Bean
    RecurringJob tellGiveUps() {
        return RecurringJob.every(TellGiveUpsJob.class, "0 30 7 * * ?");
    }

    @Bean
    RecurringJob forgetOldMessages() {
        return RecurringJob.every(ForgetOldMessagesJob.class, "0 10 3 * * ?");
    }

    @Bean
    RecurringJob askSmsArrivals() {
        return RecurringJob.every(AskSmsArrivalsJob.class, "10/30 * * * * ?");
    }
}
