package vn.busticket.accounts;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Codes for the day when the phone is lost: ten letters and digits that do not look alike, which is
 * 49 random bits. Being random they need less work in a hash than passwords.
 */
final class RecoveryCodes {

    static final int COUNT = 10;

    private static final String ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 10;
    private static final int HASH_STRENGTH = 8;
    private static final Pattern SEPARATORS = Pattern.compile("[^A-Z0-9]+");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final PasswordEncoder HASHES = new BCryptPasswordEncoder(HASH_STRENGTH);

    private RecoveryCodes() {}

    /** New codes as people read them: {@code K7M2X-Q4PAB}. */
    static List<String> random() {
        return Stream.generate(RecoveryCodes::code).limit(COUNT).toList();
    }

    static String hash(String code) {
        var hash = HASHES.encode(tidy(code));
        if (hash == null) {
            throw new IllegalStateException("The encoder made no hash");
        }
        return hash;
    }

    /** True for the code of a hash, in whatever case and with whatever breaks it is typed. */
    static boolean matches(String typed, String hash) {
        var code = tidy(typed);
        return code.length() == LENGTH && HASHES.matches(code, hash);
    }

    private static String code() {
        var letters = new StringBuilder(LENGTH + 1);
        IntStream.range(0, LENGTH)
                .forEach(i -> letters.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length()))));
        return letters.insert(LENGTH / 2, '-').toString();
    }

    private static String tidy(String typed) {
        return SEPARATORS.matcher(typed.toUpperCase(Locale.ROOT)).replaceAll("");
    }
}
