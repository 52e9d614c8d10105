package vn.busticket.accounts;

import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import vn.busticket.scheduling.MonthlyLog;
import vn.busticket.scheduling.RecurringJob;

/** How passwords are kept, and the jobs of this room. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
    LinkSecretProperties.class,
    FirstAdministratorProperties.class,
    DataEncryptionProperties.class
})
class AccountsConfiguration {

    /** Work factor: about a quarter of a second on a server of 2026 for each guess. */
    private static final int BCRYPT_STRENGTH = 12;

    @Bean
    RecurringJob answerMailRequests() {
        return RecurringJob.every(AnswerMailRequestsJob.class, "2/5 * * * * ?");
    }

    @Bean
    RecurringJob sealFactorsAgain() {
        return RecurringJob.every(SealFactorsAgainJob.class, "0 45 2 * * ?");
    }

    @Bean
    MonthlyLog auditLogByMonth() {
        return new MonthlyLog("audit_log");
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return new TypedPasswords(
                new DelegatingPasswordEncoder(
                        "bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(BCRYPT_STRENGTH))));
    }
}
