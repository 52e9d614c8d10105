package vn.busticket.analytics;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.busticket.scheduling.RecurringJob;

/** The job that sends reports by themselves. */
@Configuration(proxyBeanMethods = false)
class ReportScheduleConfiguration {

    @Bean
    RecurringJob tellDueReports() {
        return RecurringJob.every(TellDueReportsJob.class, "5 * * * * ?");
    }
}
