package vn.busticket.accounts;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import vn.busticket.shared.BusinessRuleViolation;
import vn.busticket.shared.EmailAddress;

/** Makes the first administrator of a fresh installation, once, before anything else is done. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class FirstAdministrator implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private final AccountService accounts;
    private final FirstAdministratorProperties properties;

    FirstAdministrator(AccountService accounts, FirstAdministratorProperties properties) {
        this.accounts = accounts;
        this.properties = properties;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!properties.isGiven()) {
            return;
        }
        try {
            var email = new EmailAddress(EmailAddress.normalized(properties.adminEmail()));
            if (accounts.appointFirstAdministrator(email, properties.adminPassword())) {
                LOG.info("First administrator made, ADMIN_PASSWORD is no longer needed");
            }
        } catch (DataIntegrityViolationException madeByAnotherNode) {
            LOG.info("First administrator made by another node");
        } catch (BusinessRuleViolation refused) {
            LOG.error(
                    "No administrator was made from ADMIN_EMAIL and ADMIN_PASSWORD reason={}",
                    refused.messageKey());
        }
    }
}
