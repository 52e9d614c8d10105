package vn.busticket.accounts;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who administers a fresh installation.
 *
 * @param adminEmail ADMIN_EMAIL, empty if nobody is to be made
 * @param adminPassword ADMIN_PASSWORD, looked at only while there is no administrator
 */
@ConfigurationProperties("busticket.people")
record FirstAdministratorProperties(
        @DefaultValue("") String adminEmail, @DefaultValue("") String adminPassword) {

    boolean isGiven() {
        return !adminEmail.isBlank() && !adminPassword.isBlank();
    }

    @Override
    public String toString() {
        return "FirstAdministratorProperties[]";
    }
}
