package vn.busticket.notifications;

import java.util.Map;
import java.util.regex.Pattern;
import vn.busticket.shared.PlainText;

/**
 * Text as every phone shows it in one part: letters without marks, only characters that ASCII and
 * the GSM 7-bit alphabet (3GPP TS 23.038 §6.2.1) share, so that each counts once. Vietnamese
 * without marks is read by everybody; with them a message would hold 70 characters instead of 160.
 */
final class GsmText {

    /** Length of one part. */
    static final int LONGEST = 160;

    private static final Pattern OTHER =
            Pattern.compile("[^A-Za-z0-9 @$_!\"#%&'()*+,\\-./:;<=>?]+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\p{Cntrl}]+");

    /** What people write otherwise when they have no such letter or sign. */
    private static final Map<String, String> SPELLINGS =
            Map.ofEntries(
                    Map.entry("₫", "d"),
                    Map.entry("•", "*"),
                    Map.entry("→", "-"),
                    Map.entry("–", "-"),
                    Map.entry("—", "-"),
                    Map.entry("−", "-"),
                    Map.entry("’", "'"),
                    Map.entry("…", "..."),
                    Map.entry("ß", "ss"),
                    Map.entry("æ", "ae"),
                    Map.entry("Æ", "AE"),
                    Map.entry("œ", "oe"),
                    Map.entry("Œ", "OE"),
                    Map.entry("ø", "o"),
                    Map.entry("Ø", "O"),
                    Map.entry("ł", "l"),
                    Map.entry("Ł", "L"));

    private GsmText() {}

    /** The text in those characters; what has no spelling in them is left out. */
    static String of(String text) {
        var spelled = text.replace("\u00a0₫", "₫");
        for (var spelling : SPELLINGS.entrySet()) {
            spelled = spelled.replace(spelling.getKey(), spelling.getValue());
        }
        var spaced = SPACES.matcher(PlainText.withoutMarks(spelled)).replaceAll(" ");
        return SPACES.matcher(OTHER.matcher(spaced).replaceAll("")).replaceAll(" ").strip();
    }
}
