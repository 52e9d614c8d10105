package vn.busticket;

import java.nio.file.Path;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts BusTicket: one process that serves passengers, staff and the PayOS webhook. */
@SpringBootApplication
public class Application {

    public static void main(String[] arguments) {
        var application = new SpringApplication(Application.class);
        application.addListeners(
                new ConfigurationFiles(Path.of(".env.dev")), new ConfigurationCheck());
        application.run(arguments);
    }
}
