package vn.busticket.bookings;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Rules for a person's name: letters of any script, 2 to 80 characters. */
final class PersonName {

    static final int SHORTEST = 2;
    static final int LONGEST = 80;

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern FORM = Pattern.compile("\\p{L}[\\p{L}\\p{M} .'’\\-]*");

    private PersonName() {}

    /** One form for the same letters, one space between words. */
    static String tidy(String typed) {
        return Normalizer.normalize(
                SPACES.matcher(typed.strip()).replaceAll(" "), Normalizer.Form.NFC);
    }

    static boolean isValid(String name) {
        return name.length() >= SHORTEST
                && name.length() <= LONGEST
                && FORM.matcher(name).matches();
    }
}
