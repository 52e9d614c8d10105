package vn.busticket.notifications;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where it is told that mail did not arrive.
 *
 * @param imapUrl {@code BOUNCE_IMAP_URL}: {@code imaps://user:password@host/INBOX}; empty for none
 * @param sendgridApiKey {@code SENDGRID_API_KEY}: its lists are asked if it is given
 * @param sendgridBaseUrl where SendGrid is; no setting of the environment
 */
@ConfigurationProperties("busticket.bounces")
record BounceProperties(
        @DefaultValue("") String imapUrl,
        @DefaultValue("") String sendgridApiKey,
        @DefaultValue("https://api.sendgrid.com") URI sendgridBaseUrl) {

    BounceProperties {
        if (!"https".equals(sendgridBaseUrl.getScheme()) && !isThisMachine(sendgridBaseUrl)) {
            throw new IllegalArgumentException(
                    "busticket.bounces.sendgrid-base-url must be https unless it is loopback");
        }
    }

    /** True if that address leads to this very machine, where nobody can listen in. */
    static boolean isThisMachine(URI address) {
        try {
            return address.getHost() != null
                    && InetAddress.getByName(address.getHost()).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "BounceProperties[]";
    }
}
