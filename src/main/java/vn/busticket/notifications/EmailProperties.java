package vn.busticket.notifications;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;
import vn.busticket.notifications.SmtpServer.Tls;

/**
 * Who sends e-mail and through which server: SendGrid, AWS SES or any SMTP server.
 *
 * @param from address of the sender, {@code EMAIL_FROM}
 * @param sendgridApiKey {@code SENDGRID_API_KEY}
 * @param sesAccessKey {@code AWS_SES_ACCESS_KEY}
 * @param sesSecretKey {@code AWS_SES_SECRET_KEY}
 * @param sesRegion {@code AWS_SES_REGION}
 * @param smtpHost {@code SMTP_HOST}
 * @param smtpPort {@code SMTP_PORT}
 * @param smtpUsername {@code SMTP_USERNAME}, empty for a server that asks for none
 * @param smtpPassword {@code SMTP_PASSWORD}
 * @param smtpTls {@code SMTP_TLS}: none, starttls or tls
 * @param bounceAddress where returned mail goes to, {@code EMAIL_BOUNCE_ADDRESS}; <code>{id}</code>
 *     in it stands for the message's identity, empty for the sender's address
 * @param perSecond how many e-mails all nodes together send in a second, {@code EMAIL_PER_SECOND};
 *     0 for what the service is known to take
 */
@Validated
@ConfigurationProperties("busticket.email")
record EmailProperties(
        String from,
        String sendgridApiKey,
        String sesAccessKey,
        String sesSecretKey,
        String sesRegion,
        String smtpHost,
        @Min(1) @Max(65535) int smtpPort,
        String smtpUsername,
        String smtpPassword,
        Tls smtpTls,
        String bounceAddress,
        @Min(0) int perSecond) {

    /** What SES grants at first; an account may have more. */
    private static final int SES_PER_SECOND = 14;

    private static final int OTHERS_PER_SECOND = 100;

    @AssertTrue(message = "EMAIL_FROM must be an e-mail address")
    boolean isFromAnAddress() {
        return from.matches("[^@\\s<>]+@[^@\\s<>]+");
    }

    @AssertTrue(
            message =
                    "set exactly one of SENDGRID_API_KEY, AWS_SES_ACCESS_KEY (with AWS_SES_SECRET_KEY) and SMTP_HOST")
    boolean isOneServer() {
        return Stream.of(sendgridApiKey, sesAccessKey, smtpHost)
                        .filter(given -> !given.isBlank())
                        .count()
                == 1;
    }

    @AssertTrue(message = "AWS_SES_ACCESS_KEY and AWS_SES_SECRET_KEY belong together")
    boolean isSesComplete() {
        return sesAccessKey.isBlank() == sesSecretKey.isBlank();
    }

    @AssertTrue(message = "SMTP_USERNAME and SMTP_PASSWORD belong together")
    boolean isLogInComplete() {
        return smtpUsername.isBlank() == smtpPassword.isBlank();
    }

    @AssertTrue(message = "EMAIL_BOUNCE_ADDRESS must be an e-mail address, with or without {id}")
    boolean isBounceAddressAnAddress() {
        return bounceAddress.isBlank() || bounceAddress.matches("[^@\\s<>]+@[^@\\s<>]+");
    }

    /** The sender on the envelope, in the form that {@link MessageIdentity} fills in. */
    String envelopeSender() {
        return bounceAddress.isBlank() ? from : bounceAddress;
    }

    /** How many e-mails all nodes together send in a second. */
    int mailsPerSecond() {
        if (perSecond > 0) {
            return perSecond;
        }
        return sesAccessKey.isBlank() ? OTHERS_PER_SECOND : SES_PER_SECOND;
    }

    /** The server to send through. */
    SmtpServer server() {
        if (!sendgridApiKey.isBlank()) {
            return new SmtpServer("smtp.sendgrid.net", 587, "apikey", sendgridApiKey, Tls.STARTTLS);
        }
        if (!sesAccessKey.isBlank()) {
            return new SmtpServer(
                    "email-smtp." + sesRegion + ".amazonaws.com",
                    587,
                    sesAccessKey,
                    SesPassword.of(sesSecretKey, sesRegion),
                    Tls.STARTTLS);
        }
        return new SmtpServer(smtpHost, smtpPort, smtpUsername, smtpPassword, smtpTls);
    }

    @Override
    public String toString() {
        return "EmailProperties[from=" + from + "]";
    }
}
