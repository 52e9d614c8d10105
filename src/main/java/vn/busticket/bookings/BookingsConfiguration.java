package vn.busticket.bookings;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.busticket.scheduling.RecurringJob;

/** The settings and jobs of this room. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({BookingProperties.class, RetentionProperties.class})
class BookingsConfiguration {

    @Bean
    RecurringJob closeOverduePayments() {
        return RecurringJob.every(CloseOverduePaymentsJob.class, "0/5 * * * * ?");
    }

    @Bean
    RecurringJob expireBookings() {
        return RecurringJob.every(ExpireBookingsJob.class, "2/5 * * * * ?");
    }

    @Bean
    RecurringJob lapseChanges() {
        return RecurringJob.every(LapseChangesJob.class, "3/5 * * * * ?");
    }

    @Bean
    RecurringJob returnLateParts() {
        return RecurringJob.every(ReturnLatePartsJob.class, "45 * * * * ?");
    }

    @Bean
    RecurringJob callOffBookings() {
        return RecurringJob.every(CallOffBookingsJob.class, "4/5 * * * * ?");
    }

    @Bean
    RecurringJob anonymiseOldBookings() {
        return RecurringJob.every(AnonymiseOldBookingsJob.class, "0 20 3 * * ?");
    }

    @Bean
    RecurringJob completeBookings() {
        return RecurringJob.every(CompleteBookingsJob.class, "30 0/5 * * * ?");
    }
}
