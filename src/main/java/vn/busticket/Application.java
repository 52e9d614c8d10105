package vn.busticket;

import java.nio.file.Path;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts BusTicket: one process that serves passengers, staff and the PayOS webhook. */
@SpringBootApplication
public class Application {

    /**
     * Virtual threads that load a class keep their carrier while they wait. With as few carriers as
     * processors (two on a small machine), a burst of webhooks after a start has stopped the whole
     * process for ever: all carriers waited for a jar's monitor whose owner waited for a carrier.
     */
    private static final String CARRIERS = "jdk.virtualThreadScheduler.parallelism";

    private static final String ENOUGH_CARRIERS = "256";

    public static void main(String[] arguments) {
        if (System.getProperty(CARRIERS) == null) {
            System.setProperty(CARRIERS, ENOUGH_CARRIERS);
        }
        var application = new SpringApplication(Application.class);
        application.addListeners(
                new ConfigurationFiles(Path.of(".env.dev")), new ConfigurationCheck());
        application.run(arguments);
    }
}
