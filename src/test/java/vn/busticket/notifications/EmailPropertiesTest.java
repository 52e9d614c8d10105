package vn.busticket.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.busticket.notifications.SmtpServer.Tls;

@Tag("P6.4")
class EmailPropertiesTest {

    /** Vectors that HashiCorp's AWS provider tests its own derivation with. */
    @Test
    void derivesThePasswordThatSesExpects() {
        assertThat(SesPassword.of("some+secret+key", "eu-central-1"))
                .isEqualTo("BMXhUYlu5Z3gSXVQORxlVa7XPaz91aGWdfHxvkOZdWZ2");
        assertThat(SesPassword.of("some+secret+key", "us-west-1"))
                .isEqualTo("BH+jbMzper5WwlwUar9E1ySBqHa9whi0GPo+sJ0mVYJj");
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
