package vn.busticket.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import vn.busticket.Application;
import vn.busticket.sandbox.PayosSandbox;
import vn.busticket.sandbox.SandboxSettings;
import vn.busticket.sms.TwilioSandbox;

/** {@code ./mvnw}: the whole product on one machine with nothing installed. */
public final class LocalApplication {

    private static final Path DATA = Path.of("data");

    private static @Nullable PayosSandbox sandbox;

    private LocalApplication() {}

    /** The sandbox that this process pays at. */
    static PayosSandbox sandbox() {
        return Objects.requireNonNull(sandbox, "The sandbox starts before the application");
    }

    /**
     * Starts the foreign systems' stand-ins, then the application itself; exits with 1 and one
     * sentence where that is impossible.
     */
    public static void main(String[] arguments) throws IOException {
        var settings = DemoSettings.fromEnvironment();
        try {
            startSurroundings(settings);
        } catch (CannotStart refused) {
            System.err.println("\nBusTicket cannot start. " + refused.getMessage() + "\n");
            System.exit(1);
        }
        try {
            SpringApplication.from(Application::main).with(DemoConfiguration.class).run(arguments);
        } catch (RuntimeException alreadyReported) {
            System.exit(1);
        }
    }

    private static void startSurroundings(DemoSettings settings) throws CannotStart, IOException {
        Ports.requireFree(settings.applicationPort(), "the application", "SERVER_PORT");
        Ports.requireFree(
                settings.managementPort(), "the management endpoints", "MANAGEMENT_SERVER_PORT");
        Ports.requireFree(settings.sandboxPort(), "the PayOS sandbox", "DEMO_SANDBOX_PORT");
        Ports.requireFree(settings.smtpPort(), "the mail catcher", "DEMO_SMTP_PORT");
        Ports.requireFree(settings.mailPagePort(), "the mail catcher's page", "DEMO_MAIL_PORT");
        Ports.requireFree(settings.smsPort(), "the SMS catcher", "DEMO_SMS_PORT");
        var database =
                settings.ownDatabase()
                        ? System.getenv("SPRING_DATASOURCE_URL")
                        : new DemoDatabase(DATA.resolve("postgres"), settings.databasePort())
                                .start();
        MailCatcher.start(settings.smtpPort(), settings.mailPagePort());
        TwilioSandbox.start(settings.smsPort()).alsoShow(LocalApplication::codeOfAdministrators);
        startSandbox(settings);
        settings.applyAsSystemProperties(database);
    }

    private static String codeOfAdministrators() {
        return "Code of the demo administrators' phones: "
                + DemoPeople.SECRET.codeAt(Instant.now());
    }

    private static void startSandbox(DemoSettings settings) throws IOException {
        Files.createDirectories(DATA);
        sandbox =
                PayosSandbox.start(
                        SandboxSettings.defaults()
                                .withPort(settings.sandboxPort())
                                .withStateFile(DATA.resolve("payos-sandbox.json"))
                                .withWebhookUrl(
                                        settings.applicationAddress()
                                                + "/api/v1/payments/webhook"));
    }
}
