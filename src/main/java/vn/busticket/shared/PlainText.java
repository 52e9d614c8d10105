package vn.busticket.shared;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text made plain: Vietnamese without its marks, for finding places however they are typed, for SMS
 * and for transfer texts; and what people typed as one line that shows nothing but itself.
 */
public final class PlainText {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\u2028\u2029]+");

    /** Signs that turn the direction of what follows (Unicode TR 9), and halves of characters. */
    private static final Pattern HIDDEN =
            Pattern.compile(
                    "[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\\p{Cs}]+");

    private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");

    private PlainText() {}

    /** The same letters without diacritics: "Đà Lạt" becomes "Da Lat". */
    public static String withoutMarks(String text) {
        var decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
        return MARKS.matcher(decomposed).replaceAll("").replace('đ', 'd').replace('Đ', 'D');
    }

    /**
     * The same text on one line: control characters are a space, signs that would turn the text
     * after them are gone.
     */
    public static String oneLine(String text) {
        for (var index = 0; index < text.length(); index++) {
            if (!isOrdinary(text.charAt(index))) {
                return tidied(text);
            }
        }
        return text;
    }

    /** True for signs that neither break a line nor hide; nearly all texts have no other. */
    private static boolean isOrdinary(char sign) {
        return sign >= ' ' && sign < 0x7f
                || sign >= 0xa0 && sign < 0x61c
                || sign > 0x61c && sign < 0x200b
                || sign > 0x2069 && sign < Character.MIN_SURROGATE;
    }

    private static String tidied(String text) {
        return HIDDEN.matcher(BREAKS.matcher(text).replaceAll(" ")).replaceAll("");
    }

    /** A key for comparing: lower-case letters and digits, one space between words. */
    public static String searchKey(String text) {
        return OTHER.matcher(withoutMarks(text).toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
