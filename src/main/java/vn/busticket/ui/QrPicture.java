package vn.busticket.ui;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;

/** A QR code drawn into the page, dark on white with its quiet zone, also at night. */
@Tag("div")
public final class QrPicture extends Component {

    private static final int QUIET_ZONE_MODULES = 4;
    private static final int PIXELS_PER_MODULE = 12;
    private static final int WHITE = 0xffffff;
    private static final int INK = 0x0b1b33;

    /**
     * @param content the text that a scanner reads
     * @param description what the picture is, for people who cannot see it
     */
    public QrPicture(String content, String description) {
        getElement().getClassList().add("qr-picture");
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", description);
        getElement().setProperty("innerHTML", svg(modules(content)));
    }

    /** The same code as a PNG file, to be saved and opened in a banking app. */
    public static byte[] png(String content) {
        var modules = modules(content);
        var size = modules.getWidth() * PIXELS_PER_MODULE;
        var image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        for (var y = 0; y < size; y++) {
            for (var x = 0; x < size; x++) {
                var dark = modules.get(x / PIXELS_PER_MODULE, y / PIXELS_PER_MODULE);
                image.setRGB(x, y, dark ? INK : WHITE);
            }
        }
        try (var file = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", file);
            return file.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String svg(BitMatrix modules) {
        var path = new StringBuilder();
        for (var y = 0; y < modules.getHeight(); y++) {
            for (var x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y)) {
                    path.append("M").append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return """
        <svg viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges" aria-hidden="true"><path d="%2$s"/></svg>
        """
                .formatted(modules.getWidth(), path);
    }

    private static BitMatrix modules(String content) {
        try {
            return new QRCodeWriter()
                    .encode(
                            content,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M,
                                    EncodeHintType.CHARACTER_SET,
                                    "UTF-8",
                                    EncodeHintType.MARGIN,
                                    QUIET_ZONE_MODULES));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException(
                    "does not fit into a QR code: " + content.length(), tooLong);
        }
    }
}
