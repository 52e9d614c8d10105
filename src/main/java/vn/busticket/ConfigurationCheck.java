package vn.busticket;

import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Names everything that is missing or contradictory in the configuration, all at once, and ends the
 * process before any part of it started. Runs once every source of configuration is known.
 */
final class ConfigurationCheck
        implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    private static final int FAILED = 1;

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        if (isBuild()) {
            return;
        }
        var environment = event.getEnvironment();
        giveBootItsOwnNames(environment);
        var problems = new SettingValues(name -> value(environment, name)).problems();
        if (!problems.isEmpty()) {
            System.err.print(words(problems));
            System.err.flush();
            System.exit(FAILED);
        }
    }

    /** The build looks at the application's parts without starting them, and has no settings. */
    private static boolean isBuild() {
        return Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING);
    }

    static String words(List<SettingValues.Problem> problems) {
        var words = new StringBuilder();
        words.append("\nBusTicket does not start: the configuration has ")
                .append(problems.size() == 1 ? "one problem" : problems.size() + " problems")
                .append(".\n");
        for (var problem : problems) {
            words.append(
                    "\n  %s %s\n      where from: %s\n"
                            .formatted(problem.names(), problem.why(), problem.source()));
        }
        return words.append(
                        """

                        Set each name in the environment, in the file .env.dev of the working directory,
                        or as a file: NAME_FILE=/path/of/the/file, or /run/secrets/NAME.
                        .env.example lists every name.

                        """)
                .toString();
    }

    private static @Nullable String value(ConfigurableEnvironment environment, String name) {
        var value = environment.getProperty(name);
        return value == null && isBoots(name)
                ? environment.getProperty(Setting.propertyName(name))
                : value;
    }

    /**
     * A secret from /run/secrets has the name of its file, which Boot's own settings do not know.
     */
    private static void giveBootItsOwnNames(ConfigurableEnvironment environment) {
        var own = new LinkedHashMap<String, Object>();
        for (var setting : Settings.ALL) {
            var value = environment.getProperty(setting.name());
            if (value != null
                    && isBoots(setting.name())
                    && environment.getProperty(Setting.propertyName(setting.name())) == null) {
                own.put(Setting.propertyName(setting.name()), value);
            }
        }
        environment.getPropertySources().addLast(new MapPropertySource("secret files", own));
    }

    private static boolean isBoots(String name) {
        return name.startsWith("SPRING_")
                || name.equals("SERVER_PORT")
                || name.equals("MANAGEMENT_SERVER_PORT");
    }
}
