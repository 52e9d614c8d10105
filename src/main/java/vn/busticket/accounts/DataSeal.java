package vn.busticket.accounts;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Seals what nobody may read in the database, such as bank accounts of people and the secrets of
 * second factors: AES-256-GCM, written as {@code v1:key:text} with the name of the key, so that
 * keys can be changed while both are at hand. A sealed text opens only in the place that it was
 * sealed for.
 */
@Component
public class DataSeal {

    private static final String VERSION = "v1";
    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;
    private static final int KEY_NAME_BYTES = 4;

    private final Map<String, SecretKeySpec> keys = new LinkedHashMap<>();
    private final String current;
    private final SecureRandom random = new SecureRandom();

    /**
     * @throws IllegalStateException without a key of 32 bytes
     */
    public DataSeal(DataEncryptionProperties properties) {
        for (var key : properties.keys()) {
            if (key.length != KEY_BYTES) {
                throw new IllegalStateException("DATA_ENCRYPTION_KEY must have 32 bytes");
            }
            keys.put(nameOf(key), new SecretKeySpec(key, "AES"));
        }
        this.current =
                keys.keySet().stream()
                        .findFirst()
                        .orElseThrow(
                                () -> new IllegalStateException("DATA_ENCRYPTION_KEY is missing"));
    }

    /**
     * Seals a text.
     *
     * @param place where it will be stored; it opens nowhere else
     */
    public String seal(String text, String place) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var secret =
                run(
                        Cipher.ENCRYPT_MODE,
                        current,
                        nonce,
                        place,
                        text.getBytes(StandardCharsets.UTF_8));
        var whole = Arrays.copyOf(nonce, NONCE_BYTES + secret.length);
        System.arraycopy(secret, 0, whole, NONCE_BYTES, secret.length);
        return VERSION + ":" + current + ":" + Base64.getUrlEncoder().encodeToString(whole);
    }

    /**
     * Opens a sealed text.
     *
     * @param place where it was stored
     * @throws IllegalStateException if its key is not at hand, or it was changed or moved
     */
    public String open(String sealed, String place) {
        var parts = sealed.split(":", 3);
        if (parts.length != 3 || !parts[0].equals(VERSION) || !keys.containsKey(parts[1])) {
            throw new IllegalStateException("Sealed with a key that is not at hand");
        }
        var whole = Base64.getUrlDecoder().decode(parts[2]);
        var nonce = Arrays.copyOf(whole, NONCE_BYTES);
        var secret = Arrays.copyOfRange(whole, NONCE_BYTES, whole.length);
        var text = run(Cipher.DECRYPT_MODE, parts[1], nonce, place, secret);
        return new String(text, StandardCharsets.UTF_8);
    }

    /** True for a text that this class made. */
    public static boolean isSealed(String text) {
        return text.startsWith(VERSION + ":");
    }

    /** The beginning of every text that is sealed with the current key. */
    public String currentPrefix() {
        return VERSION + ":" + current + ":";
    }

    private byte[] run(int mode, String key, byte[] nonce, String place, byte[] input) {
        try {
            var cipher = Cipher.getInstance(ALGORITHM);
            cipher.init(mode, keys.get(key), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException changed) {
            throw new IllegalStateException("A sealed text was changed or moved", changed);
        }
    }

    private static String nameOf(byte[] key) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(key);
            return HexFormat.of().formatHex(digest, 0, KEY_NAME_BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
