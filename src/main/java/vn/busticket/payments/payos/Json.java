package vn.busticket.payments.payos;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.core.io.JsonStringEncoder;

/** A value of a JSON document as it was written, numbers included: a signature covers the text. */
sealed interface Json {

    /** The value as compact JSON. */
    String written();

    /** A text, without its escapes. */
    record Text(String value) implements Json {
        @Override
        public String written() {
            return '"' + new String(JsonStringEncoder.getInstance().quoteAsCharArray(value)) + '"';
        }
    }

    /** A number, in the digits that were sent: 3000 is not 3000.0 and not 3e3. */
    record Number(String digits) implements Json {
        @Override
        public String written() {
            return digits;
        }
    }

    /** True or false. */
    record Flag(boolean value) implements Json {
        @Override
        public String written() {
            return Boolean.toString(value);
        }
    }

    /** The word null. */
    record Nothing() implements Json {
        @Override
        public String written() {
            return "null";
        }
    }

    /** A list. */
    record Array(List<Json> elements) implements Json {
        @Override
        public String written() {
            return elements.stream().map(Json::written).collect(Collectors.joining(",", "[", "]"));
        }
    }

    /** An object, its fields in the order in which they were sent. */
    record Object(Map<String, Json> fields) implements Json {
        @Override
        public String written() {
            return fields.entrySet().stream()
                    .map(field ->
                            new Text(field.getKey()).written() + ":" + field.getValue().written())
                    .collect(Collectors.joining(",", "{", "}"));
        }

        /** The same with its own fields sorted by name; objects inside stay as they are. */
        Object sorted() {
            return new Object(new TreeMap<>(fields));
        }
    }
}
