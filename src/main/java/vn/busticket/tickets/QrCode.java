package vn.busticket.tickets;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;

/** A QR code of error correction level M with its quiet zone, as an SVG path or as a PNG. */
public final class QrCode {

    /** Modules of white around the code (ISO/IEC 18004). */
    private static final int QUIET = 4;

    private final ByteMatrix modules;

    private QrCode(ByteMatrix modules) {
        this.modules = modules;
    }

    /**
     * The code that carries a text.
     *
     * @throws IllegalArgumentException if the text is too long for any QR code
     */
    public static QrCode of(String text) {
        try {
            var hints = Map.of(EncodeHintType.CHARACTER_SET, "UTF-8");
            return new QrCode(Encoder.encode(text, ErrorCorrectionLevel.M, hints).getMatrix());
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException(
                    "No QR code holds " + text.length() + " characters", tooLong);
        }
    }

    /** Modules per side, quiet zone included. */
    public int size() {
        return modules.getWidth() + 2 * QUIET;
    }

    /** The dark modules as path data in a square of {@link #size()} units. */
    public String path() {
        var path = new StringBuilder();
        for (var y = 0; y < modules.getHeight(); y++) {
            var x = 0;
            while (x < modules.getWidth()) {
                var length = darkFrom(x, y);
                if (length > 0) {
                    path.append('M').append(x + QUIET).append(' ').append(y + QUIET);
                    path.append('h').append(length).append("v1h-").append(length).append('z');
                }
                x += length + 1;
            }
        }
        return path.toString();
    }

    /** A black and white picture with whole pixels for each module. */
    public byte[] png(int pixelsPerModule) {
        var side = size() * pixelsPerModule;
        var picture = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
        var pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, side, side);
        pen.setColor(Color.BLACK);
        for (var y = 0; y < modules.getHeight(); y++) {
            for (var x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y) == 1) {
                    pen.fillRect(
                            (x + QUIET) * pixelsPerModule,
                            (y + QUIET) * pixelsPerModule,
                            pixelsPerModule,
                            pixelsPerModule);
                }
            }
        }
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private int darkFrom(int x, int y) {
        var end = x;
        while (end < modules.getWidth() && modules.get(end, y) == 1) {
            end++;
        }
        return end - x;
    }
}
