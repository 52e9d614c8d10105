package vn.busticket.shared;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Vietnamese text without its marks: for finding places however they are typed, for SMS and for
 * transfer texts.
 */
public final class PlainText {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");

    private PlainText() {}

    /** The same letters without diacritics: "Đà Lạt" becomes "Da Lat". */
    public static String withoutMarks(String text) {
        var decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
        return MARKS.matcher(decomposed).replaceAll("").replace('đ', 'd').replace('Đ', 'D');
    }

    /** A key for comparing: lower-case letters and digits, one space between words. */
    public static String searchKey(String text) {
        return OTHER.matcher(withoutMarks(text).toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
