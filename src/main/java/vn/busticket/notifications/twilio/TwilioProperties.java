package vn.busticket.notifications.twilio;

import java.net.URI;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The account at Twilio; all three or none.
 *
 * @param accountSid TWILIO_ACCOUNT_SID; without the three no text messages are sent
 * @param authToken TWILIO_AUTH_TOKEN
 * @param phoneNumber TWILIO_PHONE_NUMBER, the sender, in E.164 form or a name that Twilio knows
 * @param baseUrl TWILIO_BASE_URL, https unless it is this very machine
 * @param perSecond SMS_PER_SECOND, how many all nodes together send in a second
 */
@ConfigurationProperties("busticket.twilio")
record TwilioProperties(
        @DefaultValue("") String accountSid,
        @DefaultValue("") String authToken,
        @DefaultValue("") String phoneNumber,
        @DefaultValue("https://api.twilio.com") URI baseUrl,
        @DefaultValue("10") int perSecond) {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    TwilioProperties {
        var given =
                Stream.of(accountSid, authToken, phoneNumber)
                        .filter(value -> !value.isBlank())
                        .count();
        if (given != 0 && given != 3) {
            throw new IllegalArgumentException(
                    "TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN and TWILIO_PHONE_NUMBER belong together");
        }
        if (!"https".equals(baseUrl.getScheme()) && !THIS_MACHINE.contains(baseUrl.getHost())) {
            throw new IllegalArgumentException("TWILIO_BASE_URL must be https, or this machine");
        }
        if (perSecond < 1) {
            throw new IllegalArgumentException("SMS_PER_SECOND must be at least 1");
        }
    }

    boolean given() {
        return !accountSid.isBlank();
    }

    @Override
    public String toString() {
        return "TwilioProperties[given=" + given() + "]";
    }
}
