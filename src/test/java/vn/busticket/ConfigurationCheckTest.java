package vn.busticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** What is missing or contradictory is named at start, all at once. */
@Tag("P10.3")
class ConfigurationCheckTest {

    private static final String KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA%s=";

    @Test
    void aCompleteConfigurationHasNoProblem() {
        assertThat(problems(complete())).isEmpty();
    }

    @Test
    void everythingThatIsMissingIsNamedAtOnce() {
        assertThat(problems(Map.of()))
                .containsExactlyInAnyOrder(
                        "SPRING_DATASOURCE_URL is missing",
                        "SPRING_DATASOURCE_USERNAME is missing",
                        "SPRING_DATASOURCE_PASSWORD is missing",
                        "APP_BASE_URL is missing",
                        "PAYOS_CLIENT_ID is missing",
                        "PAYOS_API_KEY is missing",
                        "PAYOS_CHECKSUM_KEY is missing",
                        "EMAIL_FROM is missing",
                        "TICKET_SIGNING_KEY is missing",
                        "LINK_SECRET is missing",
                        "DATA_ENCRYPTION_KEY is missing",
                        "SENDGRID_API_KEY, AWS_SES_ACCESS_KEY, SMTP_HOST are all missing:"
                                + " exactly one way to send is needed");
    }

    @Test
    void eachRequiredSettingIsMissedByItself() {
        for (var setting : Settings.ALL) {
            var values = complete();
            values.remove(setting.name());
            assertThat(
                            problems(values).stream()
                                    .anyMatch(p -> p.equals(setting.name() + " is missing")))
                    .as(setting.name())
                    .isEqualTo(setting.isRequired());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SPRING_DATASOURCE_URL | jdbc:mysql://db/x",
                "SERVER_PORT | 70000",
                "SERVER_PORT | http",
                "APP_BASE_URL | http://busticket.vn",
                "APP_BASE_URL | https://busticket.vn/shop",
                "APP_BASE_URL | busticket.vn",
                "TRUSTED_PROXIES | 10.0.0.0/99",
                "TRUSTED_PROXIES | 10.0.0.1,,proxy",
                "CATALOGUE_IMPORT_DIR | /no/such/folder",
                "PAYOS_BASE_URL | http://api-merchant.payos.vn",
                "PAYOS_BASE_URL | http://localhost.evil.example",
                "PAYOS_BASE_URL | ftp://localhost",
                "REFUND_APPROVAL_LIMIT_VND | 2.5",
                "EMAIL_FROM | BusTicket",
                "SMTP_TLS | ssl",
                "SMTP_PORT | -1",
                "BOUNCE_IMAP_URL | https://mail",
                "ADMIN_EMAIL | admin",
                "ADMIN_PASSWORD | short",
                "STAFF_ALERT_EMAIL | staff at busticket",
                "TICKET_SIGNING_KEY | secret",
                "LINK_SECRET | AAAA",
                "DATA_ENCRYPTION_KEY_PREVIOUS | not base64!",
                "BOOKING_PAYMENT_MINUTES | 0",
                "SEAT_HOLD_MINUTES | ten",
                "REMINDER_HOURS | -1",
                "PAYMENT_RATE_PER_MINUTE | 0.5"
            })
    void aValueOfTheWrongFormIsNamedButNotShown(String name, String value) {
        var values = complete();
        values.put("ADMIN_EMAIL", "admin@busticket.vn");
        values.put("ADMIN_PASSWORD", "a long password");
        values.put(name, value);

        assertThat(problems(values))
                .singleElement()
                .asString()
                .startsWith(name + " must be ")
                .doesNotContain("secret", "not base64!", " short");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8090",
                "http://127.0.0.1:8090/",
                "http://[::1]:8090",
                "https://sandbox.example"
            })
    void aSandboxOnThisMachineMayDoWithoutHttps(String address) {
        var values = complete();
        values.put("PAYOS_BASE_URL", address);
        values.put("APP_BASE_URL", address);

        assertThat(problems(values)).isEmpty();
    }

    @Test
    void fractionsOfMinutesAreAllowed() {
        var values = complete();
        values.put("BOOKING_PAYMENT_MINUTES", "0.1");
        values.put("SEAT_GRACE_SECONDS", "1.5");

        assertThat(problems(values)).isEmpty();
    }

    @Test
    void theOtherNamesOfPayosMeanTheSame() {
        var values = complete();
        values.put("PAYOS_MERCHANT_ID", values.remove("PAYOS_CLIENT_ID"));
        values.put("PAYOS_WEBHOOK_SECRET", values.get("PAYOS_CHECKSUM_KEY"));
        assertThat(problems(values)).isEmpty();

        values.put("PAYOS_WEBHOOK_SECRET", "another");
        assertThat(problems(values))
                .containsExactly(
                        "PAYOS_CHECKSUM_KEY has two values,"
                                + " given as PAYOS_CHECKSUM_KEY and PAYOS_WEBHOOK_SECRET");
    }

    @Test
    void contradictionsAreNamed() {
        var values = complete();
        values.put("SENDGRID_API_KEY", "x");
        values.put("TWILIO_AUTH_TOKEN", "x");
        values.put("PAYOS_PAYOUT_API_KEY", "x");
        values.put("ADMIN_EMAIL", "admin@busticket.vn");
        values.put("SERVER_PORT", "9090");
        values.put("LINK_SECRET", values.get("TICKET_SIGNING_KEY"));

        assertThat(problems(values))
                .containsExactlyInAnyOrder(
                        "SENDGRID_API_KEY, AWS_SES_ACCESS_KEY, SMTP_HOST exclude each other,"
                                + " but given: SENDGRID_API_KEY, SMTP_HOST",
                        "TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_PHONE_NUMBER belong"
                                + " together, but missing: TWILIO_ACCOUNT_SID, TWILIO_PHONE_NUMBER",
                        "PAYOS_PAYOUT_CLIENT_ID, PAYOS_PAYOUT_API_KEY, PAYOS_PAYOUT_CHECKSUM_KEY"
                                + " belong together, but missing: PAYOS_PAYOUT_CLIENT_ID,"
                                + " PAYOS_PAYOUT_CHECKSUM_KEY",
                        "ADMIN_EMAIL, ADMIN_PASSWORD belong together, but missing: ADMIN_PASSWORD",
                        "SERVER_PORT, MANAGEMENT_SERVER_PORT must differ:"
                                + " health and metrics are never public",
                        "TICKET_SIGNING_KEY, LINK_SECRET, DATA_ENCRYPTION_KEY must differ:"
                                + " each key has a purpose of its own");
    }

    @Test
    void secretsAndEnvDevAreReadAndTheEnvironmentWins(@TempDir Path folder) throws IOException {
        var secret = Files.writeString(folder.resolve("payos"), "from a file\n");
        var envDev =
                Files.writeString(
                        folder.resolve(".env.dev"),
                        """
                        # a comment
                        export PAYOS_CLIENT_ID="quoted # value"
                        SUPPORT_PHONE=1900 1234   # hotline
                        EMAIL_FROM=other@busticket.vn
                        SERVER_PORT=
                        """);
        var environment =
                environment(
                        Map.of(
                                "PAYOS_API_KEY_FILE",
                                secret.toString(),
                                "EMAIL_FROM",
                                "noreply@busticket.vn",
                                "SEAT_HOLD_MINUTES",
                                ""));
        new ConfigurationFiles(envDev).addTo(environment);

        assertThat(environment.getProperty("PAYOS_API_KEY")).isEqualTo("from a file");
        assertThat(environment.getProperty("PAYOS_CLIENT_ID")).isEqualTo("quoted # value");
        assertThat(environment.getProperty("SUPPORT_PHONE")).isEqualTo("1900 1234");
        assertThat(environment.getProperty("EMAIL_FROM")).isEqualTo("noreply@busticket.vn");
        assertThat(environment.getProperty("SERVER_PORT")).isNull();
        assertThat(environment.getProperty("SEAT_HOLD_MINUTES")).isNull();
    }

    @Test
    void aSecretFileThatCannotBeReadIsNamed() {
        var values = complete();
        values.remove("PAYOS_API_KEY");
        values.put("PAYOS_API_KEY_FILE", "/no/such/file");

        assertThat(problems(values))
                .containsExactly(
                        "PAYOS_API_KEY is to be read from a file that cannot be read:"
                                + " /no/such/file");
    }

    @Test
    void theExampleNamesEverySettingAndNothingElse() throws IOException {
        var names = new ArrayList<String>();
        for (var line : Files.readAllLines(Path.of(".env.example"))) {
            if (line.matches("#?[A-Z_]+=.*")) {
                names.add(line.replaceFirst("#?([A-Z_]+)=.*", "$1"));
            }
        }
        assertThat(names)
                .containsExactlyElementsOf(Settings.ALL.stream().map(Setting::name).toList());
        assertThat(Files.readString(Path.of(".env.example")))
                .contains("\nEMAIL_FROM=noreply@busticket.vn\n", "PAYOS_MERCHANT_ID")
                .contains("PAYOS_WEBHOOK_SECRET", "openssl rand -base64 32");
    }

    @Test
    void theProcessEndsWithOneReadableBlockAndWithoutAnyStart(@TempDir Path folder)
            throws Exception {
        var command =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "vn.busticket.Application");
        command.directory(folder.toFile());
        command.environment().keySet().removeIf(ConfigurationCheckTest::isSetting);
        command.environment().put("APP_BASE_URL", "http://busticket.vn");
        var process = command.redirectOutput(folder.resolve("out").toFile()).start();
        var error = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(error)
                .contains("BusTicket does not start: the configuration has 12 problems.")
                .contains("PAYOS_API_KEY is missing")
                .contains("APP_BASE_URL must be an address with https://")
                .contains("openssl rand -base64 32")
                .doesNotContain("Exception", "\tat ");
        assertThat(Files.readString(folder.resolve("out"))).doesNotContain("Exception", "Started");
    }

    private static boolean isSetting(String name) {
        return Settings.ALL.stream().anyMatch(setting -> name.startsWith(setting.name()));
    }

    private static List<String> problems(Map<String, String> values) {
        return new SettingValues(values::get)
                .problems().stream().map(problem -> problem.names() + " " + problem.why()).toList();
    }

    private static StandardEnvironment environment(Map<String, Object> variables) {
        var environment =
                new StandardEnvironment() {
                    @Override
                    public Map<String, Object> getSystemEnvironment() {
                        return variables;
                    }
                };
        environment.getPropertySources().addFirst(new MapPropertySource("none", Map.of()));
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                variables));
        return environment;
    }

    private static Map<String, String> complete() {
        var values = new LinkedHashMap<String, String>();
        values.put("SPRING_DATASOURCE_URL", "jdbc:postgresql://localhost:5432/busticket");
        values.put("SPRING_DATASOURCE_USERNAME", "busticket");
        values.put("SPRING_DATASOURCE_PASSWORD", "x");
        values.put("APP_BASE_URL", "https://busticket.vn");
        values.put("TRUSTED_PROXIES", "10.0.0.0/8, 2001:db8::/32,192.168.0.1");
        values.put("PAYOS_CLIENT_ID", "client");
        values.put("PAYOS_API_KEY", "api");
        values.put("PAYOS_CHECKSUM_KEY", "checksum");
        values.put("EMAIL_FROM", "BusTicket <noreply@busticket.vn>");
        values.put("SMTP_HOST", "mail.busticket.vn");
        values.put("TICKET_SIGNING_KEY", KEY.formatted("A"));
        values.put("LINK_SECRET", KEY.formatted("E"));
        values.put("DATA_ENCRYPTION_KEY", KEY.formatted("I"));
        return values;
    }
}
