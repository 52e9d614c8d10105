package vn.busticket;

import java.nio.file.Path;
import org.springframework.aot.AotDetector;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.core.SpringProperties;
import org.springframework.util.ClassUtils;

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

    /** What the build prepares for the jar: how each bean is made. Tests and the demo have none. */
    private static final String PREPARED =
            Application.class.getName() + "__ApplicationContextInitializer";

    public static void main(String[] arguments) {
        if (System.getProperty(CARRIERS) == null) {
            System.setProperty(CARRIERS, ENOUGH_CARRIERS);
        }
        if (ClassUtils.isPresent(PREPARED, Application.class.getClassLoader())) {
            SpringProperties.setFlag(AotDetector.AOT_ENABLED);
        }
        var application = new SpringApplication(Application.class);
        application.addListeners(
                new ConfigurationFiles(Path.of(".env.dev")), new ConfigurationCheck());
        application.run(arguments);
    }
}
