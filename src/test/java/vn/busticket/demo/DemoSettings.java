package vn.busticket.demo;

import java.util.Map;
import java.util.Optional;
import vn.busticket.sandbox.PayoutKeys;
import vn.busticket.sms.TwilioSandbox;

/**
 * Ports of the demo and the visibly fake values with which it configures the application through
 * its ordinary names.
 */
record DemoSettings(
        int applicationPort,
        int managementPort,
        int databasePort,
        int sandboxPort,
        int smtpPort,
        int mailPagePort,
        int smsPort,
        boolean ownDatabase) {

    static final String CLIENT_ID = "demo-client-id";
    static final String API_KEY = "demo-api-key-not-secret";
    static final String CHECKSUM_KEY = "demo-checksum-key-not-secret";

    static DemoSettings fromEnvironment() {
        return new DemoSettings(
                port("SERVER_PORT", 8080),
                port("MANAGEMENT_SERVER_PORT", 9090),
                port("DEMO_DATABASE_PORT", 54329),
                port("DEMO_SANDBOX_PORT", 8090),
                port("DEMO_SMTP_PORT", 3025),
                port("DEMO_MAIL_PORT", 8025),
                port("DEMO_SMS_PORT", 8026),
                System.getenv("SPRING_DATASOURCE_URL") != null);
    }

    String applicationAddress() {
        return "http://localhost:" + applicationPort;
    }

    String sandboxAddress() {
        return "http://localhost:" + sandboxPort;
    }

    String mailAddress() {
        return "http://localhost:" + mailPagePort;
    }

    String smsAddress() {
        return "http://localhost:" + smsPort;
    }

    /** Gives the application every name that it asks for and that the environment does not set. */
    void applyAsSystemProperties(String databaseAddress) {
        var values =
                Map.ofEntries(
                        Map.entry("SPRING_DATASOURCE_URL", databaseAddress),
                        Map.entry("SPRING_DATASOURCE_USERNAME", "postgres"),
                        Map.entry("SPRING_DATASOURCE_PASSWORD", "postgres"),
                        Map.entry("SERVER_PORT", Integer.toString(applicationPort)),
                        Map.entry("MANAGEMENT_SERVER_PORT", Integer.toString(managementPort)),
                        Map.entry("APP_BASE_URL", applicationAddress()),
                        Map.entry("CATALOGUE_IMPORT_DIR", "src/test/resources/demo-catalogue"),
                        Map.entry("PAYOS_CLIENT_ID", CLIENT_ID),
                        Map.entry("PAYOS_API_KEY", API_KEY),
                        Map.entry("PAYOS_CHECKSUM_KEY", CHECKSUM_KEY),
                        Map.entry("PAYOS_BASE_URL", sandboxAddress()),
                        Map.entry("PAYOS_PAYOUT_CLIENT_ID", PayoutKeys.FAKE.clientId()),
                        Map.entry("PAYOS_PAYOUT_API_KEY", PayoutKeys.FAKE.apiKey()),
                        Map.entry("PAYOS_PAYOUT_CHECKSUM_KEY", PayoutKeys.FAKE.checksumKey()),
                        Map.entry("TWILIO_ACCOUNT_SID", TwilioSandbox.ACCOUNT_SID),
                        Map.entry("TWILIO_AUTH_TOKEN", TwilioSandbox.AUTH_TOKEN),
                        Map.entry("TWILIO_PHONE_NUMBER", TwilioSandbox.NUMBER),
                        Map.entry("TWILIO_BASE_URL", smsAddress()),
                        Map.entry("EMAIL_FROM", "noreply@busticket.example"),
                        Map.entry("SUPPORT_PHONE", "1900 0000"),
                        Map.entry("STAFF_ALERT_EMAIL", "alerts@busticket.example"),
                        Map.entry("ADMIN_EMAIL", DemoPeople.ADMINISTRATOR.email()),
                        Map.entry("ADMIN_PASSWORD", DemoPeople.ADMINISTRATOR.password()),
                        Map.entry(
                                "TICKET_SIGNING_KEY",
                                "ZmFrZS10aWNrZXQtc2lnbmluZy1rZXktZGVtby0wMDE="),
                        Map.entry("LINK_SECRET", "ZmFrZS1saW5rLXNlY3JldC1vbmx5LWZvci1kZW1vLTE="),
                        Map.entry(
                                "DATA_ENCRYPTION_KEY",
                                "ZmFrZS1kYXRhLWVuY3J5cHRpb24ta2V5LWRlbW8tMDE="));
        values.forEach(DemoSettings::setUnlessGiven);
        if (System.getenv("SENDGRID_API_KEY") == null
                && System.getenv("AWS_SES_ACCESS_KEY") == null) {
            setUnlessGiven("SMTP_HOST", "localhost");
            setUnlessGiven("SMTP_PORT", Integer.toString(smtpPort));
            setUnlessGiven("SMTP_TLS", "none");
        }
    }

    private static void setUnlessGiven(String name, String value) {
        if (System.getenv(name) == null && System.getProperty(name) == null) {
            System.setProperty(name, value);
        }
    }

    private static int port(String name, int otherwise) {
        return Optional.ofNullable(System.getenv(name)).map(Integer::parseInt).orElse(otherwise);
    }
}
