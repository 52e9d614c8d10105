package vn.busticket;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Adds settings from files to those of the environment: {@code .env.dev} in the working directory,
 * and every secret whose path stands in {@code NAME_FILE}. The environment wins over both. Runs
 * before Spring Boot reads application.yaml, which refers to these names.
 */
final class ConfigurationFiles
        implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    private static final Pattern LINE =
            Pattern.compile("\\s*(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*(.*?)\\s*");
    private static final Pattern COMMENT_BEHIND = Pattern.compile("\\s+#.*$");

    /** Boot's own listener that reads application.yaml stands at +10. */
    private static final int BEFORE_APPLICATION_YAML = Ordered.HIGHEST_PRECEDENCE + 5;

    private final Path envFile;

    ConfigurationFiles(Path envFile) {
        this.envFile = envFile;
    }

    @Override
    public int getOrder() {
        return BEFORE_APPLICATION_YAML;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        addTo(event.getEnvironment());
    }

    void addTo(ConfigurableEnvironment environment) {
        forgetEmptyVariables(environment);
        addLast(environment, "env-dev", settings(envFile));
        addLast(environment, "secret-files", secrets(environment));
    }

    /** An empty variable means "not set", also where application.yaml has a default. */
    private static void forgetEmptyVariables(ConfigurableEnvironment environment) {
        var given = new LinkedHashMap<>(environment.getSystemEnvironment());
        for (var setting : Settings.ALL) {
            given.computeIfPresent(
                    setting.name(), (name, value) -> value.toString().isBlank() ? null : value);
        }
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                given));
    }

    /** The names and values of a file like {@code .env.dev}; none if there is no such file. */
    static Map<String, Object> settings(Path file) {
        var settings = new LinkedHashMap<String, Object>();
        if (Files.isReadable(file)) {
            try (Stream<String> lines = Files.lines(file)) {
                lines.filter(line -> !line.stripLeading().startsWith("#"))
                        .map(LINE::matcher)
                        .filter(matcher -> matcher.matches())
                        .forEach(matcher -> put(settings, matcher.group(1), matcher.group(2)));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        return settings;
    }

    private static Map<String, Object> secrets(ConfigurableEnvironment environment) {
        var secrets = new LinkedHashMap<String, Object>();
        for (var setting : Settings.ALL) {
            var path = environment.getProperty(setting.name() + SettingValues.FILE, "").strip();
            if (!path.isEmpty() && Files.isReadable(Path.of(path))) {
                try {
                    put(secrets, setting.name(), Files.readString(Path.of(path)).strip());
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            }
        }
        return secrets;
    }

    private static void put(Map<String, Object> settings, String name, String raw) {
        var value = unquoted(raw);
        if (!value.isBlank()) {
            settings.put(name, value);
        }
    }

    private static String unquoted(String raw) {
        if (raw.length() >= 2 && (raw.charAt(0) == '"' || raw.charAt(0) == '\'')) {
            var end = raw.indexOf(raw.charAt(0), 1);
            if (end > 0) {
                return raw.substring(1, end);
            }
        }
        return COMMENT_BEHIND.matcher(raw).replaceFirst("");
    }

    /** The ending of the name lets Boot read SPRING_DATASOURCE_URL here as in the environment. */
    private static void addLast(
            ConfigurableEnvironment environment, String name, Map<String, Object> settings) {
        var source =
                new SystemEnvironmentPropertySource(
                        name + "-" + StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        settings);
        environment
                .getPropertySources()
                .addAfter(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, source);
    }
}
