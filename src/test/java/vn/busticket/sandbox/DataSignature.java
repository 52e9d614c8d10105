package vn.busticket.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
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
