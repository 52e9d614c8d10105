package vn.busticket.testing;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.ReaderException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * Reads QR codes as a camera does, which nobody holds exactly straight: of the codes that lie so
 * ZXing overlooks one in seventy, whatever their size, so it looks again a little askew.
 */
public final class QrCamera {

    private static final List<Integer> DEGREES = List.of(0, 12, 20, 45);
    private static final int DOTS_PER_INCH = 150;

    private QrCamera() {}

    /**
     * The text of the QR code in a picture.
     *
     * @throws AssertionError if there is none
     */
    public static String read(BufferedImage picture) {
        return DEGREES.stream()
                .flatMap(degrees -> seen(turned(picture, degrees)).stream())
                .findFirst()
                .orElseThrow(() -> new AssertionError("No QR code is seen in the picture"));
    }

    /**
     * The text of the QR code on a page of a PDF.
     *
     * @throws AssertionError if there is none
     */
    public static String read(byte[] pdf, int page) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return read(new PDFRenderer(document).renderImageWithDPI(page, DOTS_PER_INCH));
        }
    }

    private static Optional<String> seen(BufferedImage picture) {
        var bitmap =
                new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(picture)));
        try {
            var found = new QRCodeReader().decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, true));
            return Optional.of(found.getText());
        } catch (ReaderException overlooked) {
            return Optional.empty();
        }
    }

    private static BufferedImage turned(BufferedImage picture, int degrees) {
        if (degrees == 0) {
            return picture;
        }
        var width = picture.getWidth();
        var height = picture.getHeight();
        var side = (int) Math.ceil(Math.hypot(width, height));
        var turned = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
        var pen = turned.createGraphics();
        pen.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, side, side);
        var turn =
                AffineTransform.getRotateInstance(Math.toRadians(degrees), side / 2.0, side / 2.0);
        turn.translate((side - width) / 2.0, (side - height) / 2.0);
        pen.drawImage(picture, turn, null);
        pen.dispose();
        return turned;
    }
}
