package vn.busticket.payments.payos;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** Reads one JSON object strictly: no doubled fields, nothing after it, no deep nests. */
final class JsonReader {

    private static final int DEEPEST = 12;
    private static final int LONGEST_NUMBER = 50;

    private static final JsonFactory FORMAT =
            JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(DEEPEST)
                                    .maxNumberLength(LONGEST_NUMBER)
                                    .build())
                    .build();

    private JsonReader() {}

    /**
     * Reads a whole body.
     *
     * @throws NotAWebhook if it is not one JSON object
     */
    static Json.Object object(byte[] body) {
        try (var parser = FORMAT.createParser(ObjectReadContext.empty(), body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new NotAWebhook("not a JSON object");
            }
            var object = object(parser);
            if (parser.nextToken() != null) {
                throw new NotAWebhook("more than a JSON object");
            }
            return object;
        } catch (JacksonException malformed) {
            throw new NotAWebhook("malformed JSON");
        }
    }

    private static Json.Object object(JsonParser parser) {
        Map<String, Json> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            parser.nextToken();
            fields.put(name, value(parser));
        }
        return new Json.Object(fields);
    }

    private static Json value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> new Json.Text(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Number(parser.getString());
            case VALUE_TRUE -> new Json.Flag(true);
            case VALUE_FALSE -> new Json.Flag(false);
            case VALUE_NULL -> new Json.Nothing();
            default -> throw new NotAWebhook("malformed JSON");
        };
    }

    private static Json.Array array(JsonParser parser) {
        var elements = new ArrayList<Json>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(parser));
        }
        return new Json.Array(elements);
    }
}
