package vn.busticket.sandbox;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * PayOS' signatures (HMAC-SHA256 with the checksum key, lower-case hex), written from the protocol
 * and not from the SDK.
 */
final class DataSignature {

    private static final List<String> SIGNED_IN_REQUEST =
            List.of("amount", "cancelUrl", "description", "orderCode", "returnUrl");

    private final SecretKeySpec key;

    DataSignature(String checksumKey) {
        this.key = new SecretKeySpec(checksumKey.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    /** Signs the five fields of a create request, values word for word. */
    String ofRequest(Map<String, @Nullable Object> request) {
        return hmac(
                SIGNED_IN_REQUEST.stream()
                        .map(name -> name + "=" + request.get(name))
                        .collect(Collectors.joining("&")));
    }

    /** Signs the data of an answer or a webhook: every field, sorted by name. */
    String ofData(Map<String, ? extends @Nullable Object> data) {
        return hmac(
                new TreeMap<>(data)
                        .entrySet().stream()
                                .map(field -> field.getKey() + "=" + text(field.getValue()))
                                .collect(Collectors.joining("&")));
    }

    /**
     * Signs for the header {@code x-signature} of payouts: every field sorted by name on every
     * level, names and values percent-encoded.
     */
    String ofHeader(Map<String, ? extends @Nullable Object> data) {
        return hmac(
                new TreeMap<>(data)
                        .entrySet().stream()
                                .map(field ->
                                        encoded(field.getKey())
                                                + "="
                                                + encoded(headerText(field.getValue())))
                                .collect(Collectors.joining("&")));
    }

    private static String headerText(@Nullable Object value) {
        return value instanceof List<?> || (value instanceof Map<?, ?> map && !map.isEmpty())
                ? SandboxJson.write(sortedDeep(value))
                : value == null ? "" : value.toString();
    }

    private static @Nullable Object sortedDeep(@Nullable Object value) {
        if (value instanceof List<?> list) {
            List<@Nullable Object> sorted = new ArrayList<>();
            list.forEach(element -> sorted.add(sortedDeep(element)));
            return sorted;
        }
        if (value instanceof Map<?, ?> object) {
            Map<String, @Nullable Object> sorted = new TreeMap<>();
            object.forEach((name, field) -> sorted.put(String.valueOf(name), sortedDeep(field)));
            return sorted;
        }
        return value;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case List<?> list ->
                    SandboxJson.write(list.stream().map(DataSignature::sorted).toList());
            case Map<?, ?> object -> SandboxJson.write(sorted(object));
            default -> value.toString();
        };
    }

    private static Object sorted(Object element) {
        return element instanceof Map<?, ?> object ? new TreeMap<>(object) : element;
    }

    private String hmac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has HmacSHA256", impossible);
        }
    }
}
