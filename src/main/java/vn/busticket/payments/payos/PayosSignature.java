package vn.busticket.payments.payos;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * PayOS' signature over the data of a webhook: HMAC-SHA256 in lower-case hex over the fields sorted
 * by name, {@code name=value} joined by {@code &}, null as nothing, lists as JSON with the fields
 * of each element sorted (payos.vn/docs, read 2026-11).
 */
@Component
class PayosSignature {

    private static final String ALGORITHM = "HmacSHA256";

    private final List<SecretKeySpec> keys;

    PayosSignature(PayosProperties properties) {
        this.keys =
                properties.webhookKeys().stream()
                        .map(key ->
                                new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM))
                        .toList();
    }

    /** True if a signature was made over that data with the current key or the one before it. */
    boolean isRight(String signature, Json.Object data) {
        var signed = signedText(data).getBytes(StandardCharsets.UTF_8);
        var sent = signature.getBytes(StandardCharsets.UTF_8);
        var right = false;
        for (var key : keys) {
            right |= MessageDigest.isEqual(hmac(key, signed), sent);
        }
        return right;
    }

    private static String signedText(Json.Object data) {
        return data.sorted().fields().entrySet().stream()
                .map(field -> field.getKey() + "=" + text(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String text(Json value) {
        return switch (value) {
            case Json.Text text -> text.value();
            case Json.Number number -> number.digits();
            case Json.Flag flag -> flag.written();
            case Json.Nothing nothing -> "";
            case Json.Array array ->
                    new Json.Array(
                                    array.elements().stream()
                                            .map(PayosSignature::withSortedFields)
                                            .toList())
                            .written();
            case Json.Object object -> object.sorted().written();
        };
    }

    private static Json withSortedFields(Json element) {
        return element instanceof Json.Object object ? object.sorted() : element;
    }

    private static byte[] hmac(SecretKeySpec key, byte[] text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text)).getBytes(StandardCharsets.US_ASCII);
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, impossible);
        }
    }
}
