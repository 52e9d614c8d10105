package vn.busticket.shared;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes names for URLs that nobody can guess: 144 random bits as 24 characters of base64url. */
public final class OpaqueToken {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 18;

    private OpaqueToken() {}

    /** A new token. */
    public static String random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
