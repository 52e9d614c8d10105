package vn.busticket.accounts;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Text that only this installation can have made: a subject, signed for one purpose until one
 * instant. The subject can be read by everybody who holds the text.
 */
@Component
public class SignedLinks {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SIGNATURE_BYTES = 32;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final List<byte[]> keys;
    private final Clock clock;

    SignedLinks(LinkSecretProperties properties, Clock clock) {
        this.keys = properties.keys();
        this.clock = clock;
        if (keys.isEmpty()) {
            throw new IllegalStateException("LINK_SECRET is missing");
        }
    }

    /**
     * Signs a subject.
     *
     * @param purpose what the text is good for; a text signed for one purpose is none for another
     * @param subject whom or what it names
     * @param expires from when on it is refused
     * @return letters, digits, {@code -} and {@code _} only
     */
    public String sign(String purpose, String subject, Instant expires) {
        var content = content(subject, expires);
        var signature = mac(keys.getFirst(), purpose, content);
        return ENCODER.encodeToString(
                ByteBuffer.allocate(content.length + SIGNATURE_BYTES)
                        .put(content)
                        .put(signature)
                        .array());
    }

    /** The subject of a signed text; empty if it is forged, expired or for another purpose. */
    public Optional<String> verify(String purpose, String signed) {
        return read(purpose, signed)
                .filter(content -> content.expires().isAfter(clock.instant()))
                .map(Content::subject);
    }

    /**
     * A name for a value that cannot be turned back into it, for example for a client's address.
     *
     * @return 22 characters, the same for the same value as long as the secret stays
     */
    public String fingerprint(String purpose, String value) {
        var mac =
                mac(
                        keys.getFirst(),
                        "fingerprint " + purpose,
                        value.getBytes(StandardCharsets.UTF_8));
        return ENCODER.encodeToString(Arrays.copyOf(mac, 16));
    }

    Optional<Content> read(String purpose, String signed) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(signed);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        if (bytes.length < Long.BYTES + SIGNATURE_BYTES) {
            return Optional.empty();
        }
        var content = Arrays.copyOf(bytes, bytes.length - SIGNATURE_BYTES);
        var signature = Arrays.copyOfRange(bytes, content.length, bytes.length);
        var genuine = false;
        for (var key : keys) {
            genuine |= MessageDigest.isEqual(signature, mac(key, purpose, content));
        }
        return genuine ? Optional.of(Content.of(content)) : Optional.empty();
    }

    private static byte[] content(String subject, Instant expires) {
        var text = subject.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Long.BYTES + text.length)
                .putLong(expires.getEpochSecond())
                .put(text)
                .array();
    }

    private static byte[] mac(byte[] key, String purpose, byte[] content) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(content);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, impossible);
        }
    }

    /** What a genuine text says. */
    record Content(String subject, Instant expires) {

        static Content of(byte[] bytes) {
            var buffer = ByteBuffer.wrap(bytes);
            var expires = Instant.ofEpochSecond(buffer.getLong());
            return new Content(StandardCharsets.UTF_8.decode(buffer).toString(), expires);
        }
    }
}
