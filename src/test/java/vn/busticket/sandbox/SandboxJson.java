package vn.busticket.sandbox;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** JSON as the sandbox reads and writes it. */
final class SandboxJson {

    static final JsonMapper MAPPER = JsonMapper.builder().build();

    private static final TypeReference<Map<String, @Nullable Object>> OBJECT =
            new TypeReference<>() {};

    private SandboxJson() {}

    static String write(@Nullable Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** Reads an object; an empty text is an empty object, anything else is refused. */
    static Map<String, @Nullable Object> readObject(String text) {
        if (text.isBlank()) {
            return Map.of();
        }
        try {
            Map<String, @Nullable Object> read = MAPPER.readValue(text, OBJECT);
            if (read == null) {
                throw new IllegalArgumentException("Not a JSON object");
            }
            return read;
        } catch (JacksonException notAnObject) {
            throw new IllegalArgumentException("Not a JSON object", notAnObject);
        }
    }
}
