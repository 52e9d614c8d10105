package vn.busticket.bookings;

import java.util.Locale;
import java.util.regex.Pattern;

/** Rules for an e-mail address that ordinary servers accept (RFC 5321 without quoted parts). */
final class EmailSyntax {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL_PART = 64;
    private static final Pattern FORM =
            Pattern.compile(
                    "[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                            + "@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])");

    private EmailSyntax() {}

    static String tidy(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    static boolean isValid(String address) {
        return address.length() <= LONGEST
                && address.indexOf('@') <= LONGEST_LOCAL_PART
                && FORM.matcher(address).matches();
    }
}
