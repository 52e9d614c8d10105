package vn.busticket.stories;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import vn.busticket.sandbox.PayosSandbox;
import vn.busticket.sandbox.PayoutKeys;
import vn.busticket.sandbox.SandboxSettings;
import vn.busticket.testing.MailSetup;
import vn.busticket.testing.TestDatabase;

/**
 * What one installation stands on: an empty database, a PayOS sandbox and an SMTP server; outlives
 * the application's processes.
 */
final class Surroundings implements AutoCloseable {

    static final String ADMIN_EMAIL = "admin@busticket.example";
    static final String ADMIN_PASSWORD = "chuyen-xe-dem-2026";

    static final String LINK_SECRET = "ZmFrZS1saW5rLXNlY3JldC1vbmx5LWZvci1kZW1vLTE=";

    private static final String USER = "postgres";

    private final String address;
    private final PayosSandbox payos;
    private final GreenMail mail;

    Surroundings() {
        this(TestDatabase.create().getJdbcUrl());
    }

    /** Around an empty database that is there already. */
    Surroundings(String address) {
        this(
                address,
                PayosSandbox.start(SandboxSettings.defaults()),
                new GreenMail(MailSetup.on(0, ServerSetup.PROTOCOL_SMTP)));
        mail.start();
    }

    private Surroundings(String address, PayosSandbox payos, GreenMail mail) {
        this.address = address;
        this.payos = payos;
        this.mail = mail;
    }

    /** The same gateway and mail server around another database; close only one of the two. */
    Surroundings with(String otherAddress) {
        return new Surroundings(otherAddress, payos, mail);
    }

    PayosSandbox payos() {
        return payos;
    }

    GreenMail mail() {
        return mail;
    }

    /** Plain SQL on the installation's database. */
    JdbcClient database() {
        return JdbcClient.create(new DriverManagerDataSource(address, USER, USER));
    }

    /** The environment of a process of this installation at that address. */
    Map<String, String> environment(int port, int managementPort) {
        var environment = new HashMap<String, String>();
        environment.put("SPRING_DATASOURCE_URL", address);
        environment.put("SPRING_DATASOURCE_USERNAME", USER);
        environment.put("SPRING_DATASOURCE_PASSWORD", USER);
        environment.put("SERVER_PORT", Integer.toString(port));
        environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(managementPort));
        environment.put("APP_BASE_URL", "http://localhost:" + port);
        environment.put("CATALOGUE_IMPORT_DIR", "src/test/resources/demo-catalogue");
        environment.put("PAYOS_CLIENT_ID", payos.settings().clientId());
        environment.put("PAYOS_API_KEY", payos.settings().apiKey());
        environment.put("PAYOS_CHECKSUM_KEY", payos.settings().checksumKey());
        environment.put("PAYOS_BASE_URL", payos.baseUrl());
        environment.put("PAYOS_PAYOUT_CLIENT_ID", PayoutKeys.FAKE.clientId());
        environment.put("PAYOS_PAYOUT_API_KEY", PayoutKeys.FAKE.apiKey());
        environment.put("PAYOS_PAYOUT_CHECKSUM_KEY", PayoutKeys.FAKE.checksumKey());
        environment.put("EMAIL_FROM", "noreply@busticket.example");
        environment.put("SMTP_HOST", "127.0.0.1");
        environment.put("SMTP_PORT", Integer.toString(mail.getSmtp().getPort()));
        environment.put("SMTP_TLS", "none");
        environment.put("SUPPORT_PHONE", "1900 0000");
        environment.put("STAFF_ALERT_EMAIL", "alerts@busticket.example");
        environment.put("ADMIN_EMAIL", ADMIN_EMAIL);
        environment.put("ADMIN_PASSWORD", ADMIN_PASSWORD);
        environment.put("TICKET_SIGNING_KEY", "ZmFrZS10aWNrZXQtc2lnbmluZy1rZXktZGVtby0wMDE=");
        environment.put("LINK_SECRET", LINK_SECRET);
        environment.put("DATA_ENCRYPTION_KEY", "ZmFrZS1kYXRhLWVuY3J5cHRpb24ta2V5LWRlbW8tMDE=");
        return environment;
    }

    @Override
    public void close() {
        payos.close();
        mail.stop();
    }
}
