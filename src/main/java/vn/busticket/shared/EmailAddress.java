package vn.busticket.shared;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address that a mail server could take: one local part, a domain with a dot, no spaces
 * or line breaks; in lower case, so that equal mailboxes are equal.
 *
 * @param value for example {@code an@example.vn}
 */
public record EmailAddress(String value) {

    /** Lengths after RFC 5321 §4.5.3.1: 64 before the at sign, 254 in all. */
    private static final Pattern FORM =
            Pattern.compile(
                    "(?=.{3,254}$)[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                            + "(?<=^.{1,64})@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])");

    public EmailAddress {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "Not an e-mail address of " + value.length() + " characters");
        }
    }

    /**
     * The address that a person typed, spaces around it and capitals allowed.
     *
     * @return empty if it is no e-mail address
     */
    public static Optional<EmailAddress> parse(String typed) {
        var address = normalized(typed);
        return FORM.matcher(address).matches()
                ? Optional.of(new EmailAddress(address))
                : Optional.empty();
    }

    /** What a person typed as addresses are compared: no spaces around, no capitals. */
    public static String normalized(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return value;
    }
}
