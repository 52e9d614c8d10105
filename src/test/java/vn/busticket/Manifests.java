package vn.busticket;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** The files for Kubernetes, read into the types of Kubernetes itself. */
final class Manifests {

    static final Path FOLDER = Path.of("src", "main", "deploy");

    private static final Pattern NAME = Pattern.compile("(?m)^  (?:# )?([A-Z][A-Z0-9_]+): ");

    /** What a type does not know is a mistake here, and not put aside. */
    private static final ObjectMapper STRICT =
            new ObjectMapper()
                    .setAnnotationIntrospector(
                            new JacksonAnnotationIntrospector() {
                                @Override
                                public Boolean hasAnySetter(Annotated member) {
                                    return false;
                                }
                            })
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private Manifests() {}

    /**
     * One of them.
     *
     * @throws IllegalArgumentException naming a field that does not exist or has the wrong kind
     */
    static <T> T read(String file, Class<T> type) throws IOException {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return STRICT.convertValue(new Yaml(options).<Object>load(text(file)), type);
    }

    /** The names of all settings in it, those that are commented out as well. */
    static List<String> settings(String file) throws IOException {
        var names = new ArrayList<String>();
        NAME.matcher(text(file)).results().forEach(match -> names.add(match.group(1)));
        return names;
    }

    private static String text(String file) throws IOException {
        return Files.readString(FOLDER.resolve(file));
    }
}
