package vn.busticket.notifications;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.StringJoiner;

/**
 * Text inside a mail's header: as it is where that is plain ASCII, else as encoded words (RFC
 * 2047), each with whole characters only. The mail library tries one length after the other. What
 * looks like an encoded word already was typed by somebody and is encoded as well, so that it comes
 * out as text.
 */
final class EncodedWords {

    private static final String BEGIN = "=?UTF-8?B?";
    private static final String END = "?=";

    /** Bytes of a word, so that the first line has room for the header's name. */
    private static final int LONGEST_WORD = 39;

    private EncodedWords() {}

    /** The same text for a header; one line, which may be folded at its blanks. */
    static String of(String text) {
        return isPlain(text) ? text : encoded(text);
    }

    private static boolean isPlain(String text) {
        return !text.contains(BEGIN.substring(0, 2))
                && text.chars().allMatch(sign -> sign >= ' ' && sign <= '~');
    }

    private static String encoded(String text) {
        var words = new StringJoiner(" ");
        var begin = 0;
        var bytes = 0;
        for (var index = 0; index < text.length(); ) {
            var next = text.offsetByCodePoints(index, 1);
            var length = utf8(text, index, next).length;
            if (bytes + length > LONGEST_WORD) {
                words.add(word(text, begin, index));
                begin = index;
                bytes = 0;
            }
            bytes += length;
            index = next;
        }
        return words.add(word(text, begin, text.length())).toString();
    }

    private static String word(String text, int begin, int end) {
        return BEGIN + Base64.getEncoder().encodeToString(utf8(text, begin, end)) + END;
    }

    private static byte[] utf8(String text, int begin, int end) {
        return text.substring(begin, end).getBytes(StandardCharsets.UTF_8);
    }
}
