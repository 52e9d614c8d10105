package vn.busticket.notifications;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The SMTP password that Amazon SES expects, made from the secret access key of an IAM user (AWS,
 * "Obtaining Amazon SES SMTP credentials", signature version 4).
 */
final class SesPassword {

    private static final byte VERSION = 4;

    private SesPassword() {}

    static String of(String secretAccessKey, String region) {
        var signature = bytes("AWS4" + secretAccessKey);
        for (var part : List.of("11111111", region, "ses", "aws4_request", "SendRawEmail")) {
            signature = sign(signature, part);
        }
        var versioned = new byte[signature.length + 1];
        versioned[0] = VERSION;
        System.arraycopy(signature, 0, versioned, 1, signature.length);
        return Base64.getEncoder().encodeToString(versioned);
    }

    private static byte[] sign(byte[] key, String message) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(bytes(message));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
