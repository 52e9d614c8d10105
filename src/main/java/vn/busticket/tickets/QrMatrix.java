package vn.busticket.tickets;

import com.google.zxing.FormatException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.BitSource;
import com.google.zxing.common.reedsolomon.GenericGF;
import com.google.zxing.common.reedsolomon.ReedSolomonDecoder;
import com.google.zxing.common.reedsolomon.ReedSolomonException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.decoder.Version;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the modules of a QR code (ISO/IEC 18004) that carries bytes, as every ticket does. ZXing's
 * own reader also knows the character sets of the world, which a browser's script does not have.
 */
final class QrMatrix {

    private static final int FORMAT_MASK = 0x5412;
    private static final int FORMAT_GENERATOR = 0x537;
    private static final int MOST_WRONG_FORMAT_BITS = 3;
    private static final int MODE_END = 0;
    private static final int MODE_BYTES = 4;
    private static final int MODE_CHARACTER_SET = 7;

    private final BitMatrix modules;
    private final int size;
    private final Version version;
    private final BitMatrix reserved;

    private QrMatrix(BitMatrix modules) throws FormatException {
        this.modules = modules;
        this.size = modules.getWidth();
        this.version = Version.getProvisionalVersionForDimension(size);
        this.reserved = reserved();
    }

    /**
     * What the code says; {@code ?} if it is written in another way than tickets are.
     *
     * @throws FormatException if it is no whole code
     */
    static String read(BitMatrix modules) throws FormatException {
        return new QrMatrix(modules).read();
    }

    private String read() throws FormatException {
        var format = format();
        var level = ErrorCorrectionLevel.forBits(format >> 3);
        var words = codewords(format & 7);
        return text(new BitSource(corrected(words, version.getECBlocksForLevel(level))));
    }

    /** Level and mask, from whichever of their two copies is less damaged. */
    private int format() throws FormatException {
        var first = 0;
        for (var x : new int[] {0, 1, 2, 3, 4, 5, 7, 8}) {
            first = first << 1 | bit(x, 8);
        }
        for (var y : new int[] {7, 5, 4, 3, 2, 1, 0}) {
            first = first << 1 | bit(8, y);
        }
        var second = 0;
        for (var y = size - 1; y >= size - 7; y--) {
            second = second << 1 | bit(8, y);
        }
        for (var x = size - 8; x < size; x++) {
            second = second << 1 | bit(x, 8);
        }
        var best = MOST_WRONG_FORMAT_BITS + 1;
        var format = -1;
        for (var candidate = 0; candidate < 32; candidate++) {
            var code = formatCode(candidate);
            var wrong = Math.min(Integer.bitCount(code ^ first), Integer.bitCount(code ^ second));
            if (wrong < best) {
                best = wrong;
                format = candidate;
            }
        }
        if (format < 0) {
            throw FormatException.getFormatInstance();
        }
        return format;
    }

    private static int formatCode(int format) {
        var rest = format << 10;
        for (var shift = 4; shift >= 0; shift--) {
            if ((rest >> (10 + shift) & 1) == 1) {
                rest ^= FORMAT_GENERATOR << shift;
            }
        }
        return (format << 10 | rest) ^ FORMAT_MASK;
    }

    /** The modules that carry no data: corners, lines, alignment, version. */
    private BitMatrix reserved() {
        var taken = new BitMatrix(size);
        taken.setRegion(0, 0, 9, 9);
        taken.setRegion(size - 8, 0, 8, 9);
        taken.setRegion(0, size - 8, 9, 8);
        taken.setRegion(6, 9, 1, size - 17);
        taken.setRegion(9, 6, size - 17, 1);
        var centers = version.getAlignmentPatternCenters();
        for (var row = 0; row < centers.length; row++) {
            for (var column = 0; column < centers.length; column++) {
                var last = centers.length - 1;
                var isCorner =
                        row == 0 && (column == 0 || column == last) || row == last && column == 0;
                if (!isCorner) {
                    taken.setRegion(centers[column] - 2, centers[row] - 2, 5, 5);
                }
            }
        }
        if (version.getVersionNumber() > 6) {
            taken.setRegion(size - 11, 0, 3, 6);
            taken.setRegion(0, size - 11, 6, 3);
        }
        return taken;
    }

    /** The bytes in the order in which they wind up and down through the code. */
    private byte[] codewords(int mask) {
        var words = new byte[version.getTotalCodewords()];
        var bits = 0;
        var isUpwards = true;
        for (var right = size - 1; right > 0; right -= 2) {
            if (right == 6) {
                right--;
            }
            for (var step = 0; step < size; step++) {
                var y = isUpwards ? size - 1 - step : step;
                for (var x = right; x >= right - 1; x--) {
                    if (!reserved.get(x, y) && bits < words.length * 8) {
                        var value = bit(x, y) ^ (isMasked(mask, x, y) ? 1 : 0);
                        words[bits / 8] |= (byte) (value << (7 - bits % 8));
                        bits++;
                    }
                }
            }
            isUpwards = !isUpwards;
        }
        return words;
    }

    private static boolean isMasked(int mask, int x, int y) {
        return switch (mask) {
            case 0 -> (x + y) % 2 == 0;
            case 1 -> y % 2 == 0;
            case 2 -> x % 3 == 0;
            case 3 -> (x + y) % 3 == 0;
            case 4 -> (y / 2 + x / 3) % 2 == 0;
            case 5 -> x * y % 2 + x * y % 3 == 0;
            case 6 -> (x * y % 2 + x * y % 3) % 2 == 0;
            default -> ((x + y) % 2 + x * y % 3) % 2 == 0;
        };
    }

    /** The data, once the blocks are taken apart and what was misread in them is mended. */
    private static byte[] corrected(byte[] words, Version.ECBlocks layout) throws FormatException {
        var spare = layout.getECCodewordsPerBlock();
        var blocks = blocks(words, layout, spare);
        var decoder = new ReedSolomonDecoder(GenericGF.QR_CODE_FIELD_256);
        var data = new byte[words.length - spare * blocks.size()];
        var next = 0;
        for (var block : blocks) {
            try {
                decoder.decode(block, spare);
            } catch (ReedSolomonException tooMuchDamage) {
                throw FormatException.getFormatInstance(tooMuchDamage);
            }
            for (var index = 0; index < block.length - spare; index++) {
                data[next++] = (byte) block[index];
            }
        }
        return data;
    }

    private static List<int[]> blocks(byte[] words, Version.ECBlocks layout, int spare) {
        var blocks = new ArrayList<int[]>();
        for (var kind : layout.getECBlocks()) {
            for (var number = 0; number < kind.getCount(); number++) {
                blocks.add(new int[kind.getDataCodewords() + spare]);
            }
        }
        var longest = blocks.getLast().length - spare;
        var next = 0;
        for (var index = 0; index < longest; index++) {
            for (var block : blocks) {
                if (index < block.length - spare) {
                    block[index] = words[next++] & 0xff;
                }
            }
        }
        for (var index = 0; index < spare; index++) {
            for (var block : blocks) {
                block[block.length - spare + index] = words[next++] & 0xff;
            }
        }
        return blocks;
    }

    private String text(BitSource bits) {
        var text = new StringBuilder();
        while (bits.available() >= 4) {
            switch (bits.readBits(4)) {
                case MODE_END -> {
                    return text.toString();
                }
                case MODE_CHARACTER_SET -> bits.readBits(8);
                case MODE_BYTES -> {
                    var length = bits.readBits(version.getVersionNumber() <= 9 ? 8 : 16);
                    for (var index = 0; index < length && bits.available() >= 8; index++) {
                        text.append((char) bits.readBits(8));
                    }
                }
                default -> {
                    return QrReader.OTHER;
                }
            }
        }
        return text.toString();
    }

    private int bit(int x, int y) {
        return modules.get(x, y) ? 1 : 0;
    }
}
