package vn.busticket.notifications;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The body of a mail's text as quoted-printable (RFC 2045, 6.7), from UTF-8. The mail library does
 * the same one byte at a time through five streams, which takes a third of the making of a mail.
 */
final class QuotedPrintable {

    /** Of the 76 signs that a line may have, the last is left for the mark that it goes on. */
    private static final int LONGEST_LINE = 75;

    private static final int LONGEST_SIGN = 3;
    private static final byte[] DIGITS = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    private final byte[] text;
    private byte[] encoded;
    private int length;
    private int column;

    private QuotedPrintable(String text) {
        this.text = text.getBytes(StandardCharsets.UTF_8);
        this.encoded = new byte[this.text.length + this.text.length / 2 + LONGEST_SIGN];
    }

    /** The encoded text; its line feeds become the line ends of a mail. */
    static byte[] of(String text) {
        return new QuotedPrintable(text).encode();
    }

    private byte[] encode() {
        for (var index = 0; index < text.length; index++) {
            makeRoom();
            var sign = text[index];
            if (sign == '\n') {
                endLine();
            } else if (isPlain(sign) && !isBlankAtTheEnd(index)) {
                breakBefore(1);
                put(sign);
            } else {
                breakBefore(LONGEST_SIGN);
                put((byte) '=');
                put(DIGITS[sign >> 4 & 0xf]);
                put(DIGITS[sign & 0xf]);
            }
        }
        return Arrays.copyOf(encoded, length);
    }

    private static boolean isPlain(byte sign) {
        return sign >= ' ' && sign <= '~' && sign != '=';
    }

    /** Servers may take blanks from the end of a line. */
    private boolean isBlankAtTheEnd(int index) {
        return text[index] == ' ' && (index + 1 == text.length || text[index + 1] == '\n');
    }

    private void breakBefore(int count) {
        if (column + count > LONGEST_LINE) {
            put((byte) '=');
            endLine();
        }
    }

    private void endLine() {
        put((byte) '\r');
        put((byte) '\n');
        column = 0;
    }

    private void put(byte sign) {
        encoded[length++] = sign;
        column++;
    }

    /** For one sign and the end of the line before it. */
    private void makeRoom() {
        if (length + 2 * LONGEST_SIGN > encoded.length) {
            encoded = Arrays.copyOf(encoded, 2 * encoded.length + LONGEST_SIGN);
        }
    }
}
