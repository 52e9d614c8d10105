package vn.busticket.bookings;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.regex.Pattern;

/** Booking codes: eight letters and digits without 0, O, 1 and I, which look alike. */
final class BookingCodes {

    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 8;
    private static final Pattern SEPARATORS = Pattern.compile("[\\s.\\-]+");
    private static final Pattern FORM = Pattern.compile("[A-HJ-NP-Z2-9]{8}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private BookingCodes() {}

    /** A random code, one of a million million. */
    static String random() {
        var code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** The code that a person typed, in whatever case and with whatever breaks. */
    static String tidy(String typed) {
        return SEPARATORS.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT);
    }

    static boolean isValid(String code) {
        return FORM.matcher(code).matches();
    }
}
