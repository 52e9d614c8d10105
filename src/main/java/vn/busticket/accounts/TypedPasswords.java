package vn.busticket.accounts;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Hashes passwords as people see them: Vietnamese keyboards send the same letter "ữ" as one or as
 * three characters.
 */
class TypedPasswords implements PasswordEncoder {

    private final PasswordEncoder hashes;

    TypedPasswords(PasswordEncoder hashes) {
        this.hashes = hashes;
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence typed) {
        return hashes.encode(composed(typed));
    }

    @Override
    public boolean matches(@Nullable CharSequence typed, @Nullable String hash) {
        return hashes.matches(composed(typed), hash);
    }

    @Override
    public boolean upgradeEncoding(@Nullable String hash) {
        return hashes.upgradeEncoding(hash);
    }

    private static @Nullable CharSequence composed(@Nullable CharSequence typed) {
        return typed == null ? null : Normalizer.normalize(typed, Normalizer.Form.NFC);
    }
}
