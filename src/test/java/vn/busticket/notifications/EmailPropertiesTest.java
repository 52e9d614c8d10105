package vn.busticket.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.busticket.notifications.SmtpServer.Tls;

@Tag("P6.4")
class EmailPropertiesTest {

    private static final String EXAMPLE_KEY = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

    /**
     * The first three are what HashiCorp's AWS provider tests its own derivation with; the others
     * are of the example key in AWS' documents, by the script in "Obtaining Amazon SES SMTP
     * credentials".
     */
    @ParameterizedTest
    @CsvSource({
        "some+secret+key, eu-central-1, BMXhUYlu5Z3gSXVQORxlVa7XPaz91aGWdfHxvkOZdWZ2",
        "another+secret+key, eu-central-1, BBbphbrQmrKMx42d1N6+C7VINYEBGI5v9VsZeTxwskfh",
        "some+secret+key, us-west-1, BH+jbMzper5WwlwUar9E1ySBqHa9whi0GPo+sJ0mVYJj",
        EXAMPLE_KEY + ", us-east-1, BLBM/9hSUELfq8Gw+rU1YcBjkOxGbhT2XG763xVLGWL9",
        EXAMPLE_KEY + ", eu-west-1, BMW5RDrXmmVs0lV7GpI4oLkHXpZ4stDsk6q91z1g38Pk",
        EXAMPLE_KEY + ", ap-southeast-1, BPFxvU6FSotUttFTKPPijavrWlByiD8MvThjbo1MuvNt"
    })
    void derivesThePasswordThatSesExpects(String secret, String region, String password) {
        assertThat(SesPassword.of(secret, region)).isEqualTo(password);
    }

    @Test
    void eachServiceHasItsServer() {
        assertThat(properties("key", "", "", "").server())
                .isEqualTo(new SmtpServer("smtp.sendgrid.net", 587, "apikey", "key", Tls.STARTTLS));
        assertThat(properties("", "AKIA", "some+secret+key", "").server())
                .isEqualTo(
                        new SmtpServer(
                                "email-smtp.eu-central-1.amazonaws.com",
                                587,
                                "AKIA",
                                "BMXhUYlu5Z3gSXVQORxlVa7XPaz91aGWdfHxvkOZdWZ2",
                                Tls.STARTTLS));
        assertThat(properties("", "", "", "mail.example").server())
                .isEqualTo(new SmtpServer("mail.example", 2525, "", "", Tls.NONE));
    }

    @Test
    void exactlyOneServerIsWanted() {
        assertThat(properties("", "", "", "mail.example").isOneServer()).isTrue();
        assertThat(properties("", "", "", "").isOneServer()).isFalse();
        assertThat(properties("key", "", "", "mail.example").isOneServer()).isFalse();
        assertThat(properties("", "AKIA", "", "").isSesComplete()).isFalse();
    }

    @Test
    void secretsAreNotPrinted() {
        var properties = properties("", "AKIA", "some+secret+key", "");
        assertThat(properties.toString() + properties.server())
                .doesNotContain("secret")
                .doesNotContain("BMXh");
    }

    private static EmailProperties properties(
            String sendgrid, String access, String secret, String host) {
        return new EmailProperties(
                "noreply@busticket.vn",
                sendgrid,
                access,
                secret,
                "eu-central-1",
                host,
                2525,
                "",
                "",
                Tls.NONE,
                "",
                0);
    }
}
