package vn.busticket.accounts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import vn.busticket.shared.EmailAddress;
import vn.busticket.shared.PlainText;

/**
 * Which passwords are accepted: long ones that attackers do not try first; no rules of composition
 * (OWASP ASVS 5.0, §6.2).
 */
@Component
class PasswordRules {

    /** What bcrypt takes in: letters with marks count two or three. */
    static final int MOST_BYTES = 72;

    private final Set<String> refused = read("accounts/refused-passwords.txt");

    /**
     * Accepts the password or says why not.
     *
     * @throws PasswordRefused if it is too short, too long, known to attackers or taken from the
     *     person's own e-mail address
     */
    void check(String password, EmailAddress email) {
        var typed = Normalizer.normalize(password, Normalizer.Form.NFC);
        if (typed.codePointCount(0, typed.length()) < AccountService.LEAST_PASSWORD_CHARACTERS) {
            throw new PasswordRefused(
                    "accounts.password-too-short", AccountService.LEAST_PASSWORD_CHARACTERS);
        }
        if (typed.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new PasswordRefused("accounts.password-too-long", MOST_BYTES);
        }
        if (isEasilyGuessed(typed, email)) {
            throw new PasswordRefused("accounts.password-known");
        }
    }

    private boolean isEasilyGuessed(String typed, EmailAddress email) {
        var folded = fold(typed);
        var mailbox = email.value().substring(0, email.value().indexOf('@'));
        var withoutFinalDigits = folded.replaceFirst("[0-9]+$", "");
        return refused.contains(folded)
                || folded.chars().distinct().count() < 3
                || folded.equals(fold(email.value()))
                || withoutFinalDigits.equals(fold(mailbox))
                || withoutFinalDigits.equals("busticket");
    }

    /** Without marks, capitals and separators: people who write "Mật-Khẩu" are guessed as well. */
    private static String fold(String text) {
        return PlainText.searchKey(text).replace(" ", "").toLowerCase(Locale.ROOT);
    }

    private static Set<String> read(String path) {
        try (var in = new ClassPathResource(path).getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(PasswordRules::fold)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
